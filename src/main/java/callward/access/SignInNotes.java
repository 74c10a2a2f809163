package callward.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What the audit log says of signing in and out. Tries that fail are noted once for each account and address within {@link SignInTries#WINDOW}. */
@ApplicationScoped
@Transactional
class SignInNotes {

    /** Never what was typed as a user name: it may have been a password. */
    private static final String UNKNOWN = "-";

    @Inject
    Audit audit;
    @Inject
    Accounts accounts;
    @Inject
    SignInTries tries;
    @Inject
    SignedIn signedIn;
    @Inject
    Clock clock;

    void signedIn(Account account, String how, HttpServletRequest request) {
        audit.noteBy(account.getUsername(), KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.SIGNED_IN, Map.of(),
                Map.of("by", how, "address", request.getRemoteAddr(), "browser", BrowserName.of(request.getHeader("User-Agent"))));
        signedIn.lookAgain();
    }

    void signedOut() {
        signedIn.account().ifPresent(account -> audit.note(KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.SIGNED_OUT,
                Map.of(), Map.of()));
    }

    void wrong(String username, String address) {
        Optional<Account> account = accounts.find(username);
        if (tries.failedForTheFirstTime(username, address)) {
            String reason = account.isEmpty() ? "unknown" : account.get().isActive() ? "wrong password" : "shut out";
            refused(account, Map.of("reason", reason, "address", address));
        }
    }

    void tooMany(String username, String address) {
        refusedOnce(accounts.find(username), Map.of("reason", "too many tries", "address", address));
    }

    void refusedElsewhere(String reason, String address) {
        refusedOnce(Optional.empty(), Map.of("reason", reason, "address", address));
    }

    private void refusedOnce(Optional<Account> account, Map<String, String> what) {
        if (!audit.isNoted(KeepAccounts.ROOM, subject(account), Deed.REFUSED, what, clock.instant().minus(SignInTries.WINDOW))) {
            refused(account, what);
        }
    }

    private void refused(Optional<Account> account, Map<String, String> what) {
        audit.noteBy(UNKNOWN, KeepAccounts.ROOM, subject(account), account.map(Account::getName).orElse(UNKNOWN), Deed.REFUSED, Map.of(), what);
    }

    private static String subject(Optional<Account> account) {
        return account.map(Account::getUsername).orElse(UNKNOWN);
    }
}
