package callward.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * Who makes this request: an account of the session, or the holder of an API token. Session and account are read again at
 * each request: who lost a role, was shut out or signed out elsewhere, has lost it at once.
 */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    HttpServletRequest request;
    @Inject
    OpenSessions sessions;

    private Optional<Account> account;
    private TokenHolder token;

    /** Nothing for strangers and for tokens. */
    public Optional<Account> account() {
        if (account == null) {
            Principal principal = request.getUserPrincipal();
            String key = principal == null ? null : OpenSessions.keyOf(request.getSession(false));
            account = key == null ? Optional.empty() : sessions.account(key).filter(known -> known.getUsername().equals(principal.getName()));
        }
        return account;
    }

    /** Nothing, too, for somebody who must choose a new password first. */
    public Optional<Role> role() {
        return token != null ? Optional.of(token.role()) : account().filter(known -> !known.isPasswordDue()).map(Account::getRole);
    }

    public boolean isPasswordDue() {
        return account().filter(Account::isPasswordDue).isPresent();
    }

    /** Whoever answers for what is done: the account of the session, or the one that made the token. */
    public Optional<Long> answerable() {
        return token != null ? Optional.ofNullable(token.accountId()) : account().map(Account::getId);
    }

    /** When what this request is made with ends; nothing for sessions, and for tokens that last. */
    Optional<Instant> expiry() {
        return Optional.ofNullable(token).map(TokenHolder::expiresAt);
    }

    public boolean may(Role needed) {
        return role().filter(role -> role.may(needed)).isPresent();
    }

    public boolean isAnybody() {
        return role().isPresent();
    }

    /** For "changed by": the user name, or the token's name, or {@code -} for strangers. */
    public String by() {
        return token != null ? "token:" + token.name() : account().map(Account::getUsername).orElse("-");
    }

    /** For pages: the account's name as people know it. */
    public String getName() {
        return account().map(Account::getName).orElse("");
    }

    public String getUsername() {
        return account().map(Account::getUsername).orElse("");
    }

    /** This request shows an API token. */
    public void byToken(TokenHolder holder) {
        token = holder;
    }

    /** After signing in or out within this request. */
    void lookAgain() {
        account = null;
    }
}
