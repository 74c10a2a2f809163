package callward.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Who makes this request: an account of the session, or the holder of an API token. The account is read again at each
 * request: who lost a role, or was shut out, has lost it at once.
 */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    HttpServletRequest request;
    @Inject
    Accounts accounts;

    private Optional<Account> account;
    private TokenHolder token;

    /** Nothing for strangers and for tokens. */
    public Optional<Account> account() {
        if (account == null) {
            Principal principal = request.getUserPrincipal();
            account = principal == null ? Optional.empty() : accounts.find(principal.getName()).filter(Account::isActive);
        }
        return account;
    }

    public Optional<Role> role() {
        return token != null ? Optional.of(token.role()) : account().map(Account::getRole);
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
