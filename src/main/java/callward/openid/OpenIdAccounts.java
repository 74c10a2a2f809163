package callward.openid;

import callward.access.Account;
import callward.access.AccountRefused;
import callward.access.AccountText;
import callward.access.Role;
import callward.access.VouchedAccounts;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which account of ours an identity is. Known by issuer and subject alone: a name or an address elsewhere opens nobody's account here, unless
 * an administrator has said that verified addresses may.
 */
@ApplicationScoped
@Transactional
public class OpenIdAccounts {

    @Inject
    VouchedAccounts accounts;
    @Inject
    Settings settings;

    Account of(Identity identity) {
        Optional<Role> role = role(identity);
        if (role.isEmpty()) {
            throw OpenIdProblem.GROUP.because("in none of the groups");
        }
        Account account = accounts.with(identity.issuer(), identity.subject()).or(() -> byAddress(identity))
                .orElseGet(() -> fresh(identity, role.get()));
        if (!account.isActive()) {
            throw OpenIdProblem.SHUT_OUT.because(account.getUsername());
        }
        return groupsDecide() ? accounts.become(account, role.get()) : account;
    }

    void link(String username, Identity identity) {
        try {
            accounts.link(username, identity.issuer(), identity.subject());
        } catch (AccountRefused taken) {
            throw OpenIdProblem.LINKED_ELSEWHERE.because(taken);
        }
    }

    private Optional<Account> byAddress(Identity identity) {
        return settings.on(Setting.OIDC_LINK_EMAIL) && identity.emailVerified() && identity.email() != null
                ? accounts.lonelyWith(identity.email()).map(found -> accounts.link(found.getUsername(), identity.issuer(), identity.subject()))
                : Optional.empty();
    }

    private Account fresh(Identity identity, Role role) {
        if (!settings.on(Setting.OIDC_CREATE)) {
            throw OpenIdProblem.UNKNOWN.because("no account, and none is made");
        }
        String username = Stream.of(identity.username(), identity.email(), identity.subject()).filter(name -> name != null).findFirst().orElseThrow();
        try {
            return accounts.add(word(username), text(identity, username, role), identity.issuer(), identity.subject());
        } catch (AccountRefused refused) {
            throw OpenIdProblem.NAME_TAKEN.because(refused);
        }
    }

    private static AccountText text(Identity identity, String username, Role role) {
        String name = identity.name() == null ? username : identity.name();
        String shown = name.replaceAll("\\p{Cntrl}", " ").strip();
        try {
            return new AccountText(shown.substring(0, Math.min(100, shown.length())), identity.email(), role, null, true);
        } catch (AccountRefused odd) {
            return new AccountText(word(username), null, role, null, true);
        }
    }

    /** A name from elsewhere as one of our user names. */
    static String word(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@+-]", "-").replaceAll("^[^a-z0-9]+", "");
        return word.substring(0, Math.min(64, word.length()));
    }

    private boolean groupsDecide() {
        return Stream.of(Setting.OIDC_ADMIN_GROUP, Setting.OIDC_SUPERVISOR_GROUP).anyMatch(setting -> settings.get(setting).isPresent());
    }

    /** The highest that a group gives; nothing when there is a group for agents and he is in none of them. */
    private Optional<Role> role(Identity identity) {
        if (isIn(identity, Setting.OIDC_ADMIN_GROUP)) {
            return Optional.of(Role.ADMIN);
        }
        if (isIn(identity, Setting.OIDC_SUPERVISOR_GROUP)) {
            return Optional.of(Role.SUPERVISOR);
        }
        boolean anybody = settings.get(Setting.OIDC_AGENT_GROUP).isEmpty();
        return anybody || isIn(identity, Setting.OIDC_AGENT_GROUP) ? Optional.of(Role.AGENT) : Optional.empty();
    }

    private boolean isIn(Identity identity, Setting group) {
        return settings.get(group).filter(identity.groups()::contains).isPresent();
    }
}
