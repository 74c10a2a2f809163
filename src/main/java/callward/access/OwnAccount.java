package callward.access;

import callward.access.AccountRefused.Reason;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;

/** What everybody may change about himself. */
@ApplicationScoped
@Transactional(dontRollbackOn = AccountRefused.class) // a wrong password must stay counted
public class OwnAccount {

    private static final String FROM_INSIDE = "signed in"; // in the place of an address: whoever guesses here is in already

    @Inject
    SignedIn signedIn;
    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    SignInTries tries;
    @Inject
    NewPassword newPassword;
    @Inject
    Settings settings;
    @Inject
    Audit audit;

    /** @param language null to follow the browser */
    public Account change(String name, String email, String language) {
        Account me = me();
        AccountText text = new AccountText(name, email, me.getRole(), language, true);
        AccountText before = AccountText.of(me);
        if (settings.on(Setting.OIDC_LINK_EMAIL) && !Objects.equals(before.email(), text.email())) {
            throw new AccountRefused(Reason.EMAIL_LETS_IN); // else he would wait with his password for whoever comes with that address
        }
        me.become(text);
        audit.note(KeepAccounts.ROOM, me.getUsername(), me.getName(), Deed.CHANGED, before.facts(), text.facts());
        return me;
    }

    /**
     * Changes one's own password; sessions elsewhere end.
     *
     * @param sessionKey of the session that stays
     * @throws AccountRefused when the old one is wrong, or the new one will not do
     */
    public void changePassword(String old, String fresh, String sessionKey) {
        Account me = me();
        if (!tries.mayTry(me.getUsername(), FROM_INSIDE)) {
            throw new AccountRefused(Reason.TOO_MANY_TRIES);
        }
        if (!passwords.right(old, Optional.ofNullable(me.passwordHash()))) {
            throw new AccountRefused(Reason.OLD_PASSWORD_WRONG);
        }
        tries.succeeded(me.getUsername(), FROM_INSIDE);
        if (old.equals(fresh)) {
            throw new AccountRefused(Reason.PASSWORD_THE_SAME);
        }
        newPassword.give(me, fresh, false, sessionKey, me.getUsername());
    }

    /** Read anew: what the request knows of it belongs to another transaction. */
    private Account me() {
        return signedIn.account().flatMap(known -> accounts.find(known.getId())).orElseThrow(() -> new AccountRefused(Reason.NO_SUCH_ACCOUNT));
    }
}
