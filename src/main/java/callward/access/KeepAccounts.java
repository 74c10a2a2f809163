package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;

/**
 * What an administrator does with the accounts of others. Somebody who can sign in and administer always remains, and nobody takes his
 * own rights away by mistake.
 */
@ApplicationScoped
@Transactional
public class KeepAccounts {

    static final String ROOM = "accounts";

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    SignedIn signedIn;
    @Inject
    OpenSessions sessions;
    @Inject
    Audit audit;

    /**
     * Makes an account that nobody can sign in to yet: an {@link Invitations invitation} or a first password comes next.
     *
     * @throws AccountRefused when the user name will not do, or is taken
     */
    public Account add(String username, AccountText text) {
        String known = Username.of(username);
        if (!Username.fits(known)) {
            throw new AccountRefused(Reason.USERNAME_WRONG);
        }
        if (accounts.find(known).isPresent()) {
            throw new AccountRefused(Reason.USERNAME_TAKEN);
        }
        return accounts.keep(known, text, null);
    }

    /** @throws AccountRefused when he is the last administrator, or oneself, and would lose that */
    public Account change(String username, AccountText text) {
        oneAtATime();
        Account account = known(username);
        boolean losesRights = !text.active() || text.role() != Role.ADMIN;
        if (losesRights) {
            mayLoseRights(account, !text.active() || !text.role().may(account.getRole()));
        }
        Map<String, String> before = AccountText.of(account).facts();
        account.become(text);
        if (!text.active()) {
            sessions.endAllOf(account, null);
        }
        audit.note(ROOM, account.getUsername(), account.getName(), Deed.CHANGED, before, text.facts());
        return account;
    }

    public void delete(String username) {
        oneAtATime();
        Account account = known(username);
        mayLoseRights(account, true);
        sessions.endAllOf(account, null);
        database.remove(account);
        audit.note(ROOM, account.getUsername(), account.getName(), Deed.DELETED, AccountText.of(account).facts(), Map.of());
    }

    /** Gives somebody a password that he must change when he signs in with it. */
    public void setPassword(String username, String password) {
        Account account = known(username);
        PasswordRules.check(account.getUsername(), password);
        Map<String, String> before = new HashMap<>();
        if (account.hasPassword()) {
            before.put("password", "•••• (before)");
        }
        account.choosePassword(passwords.hash(password), true);
        sessions.endAllOf(account, null);
        audit.note(ROOM, account.getUsername(), account.getName(), Deed.CHANGED, before, Map.of("password", "••••"));
    }

    private void mayLoseRights(Account account, boolean loses) {
        boolean oneself = signedIn.account().filter(me -> me.getId().equals(account.getId())).isPresent();
        if (oneself && loses) {
            throw new AccountRefused(Reason.YOURSELF);
        }
        boolean administers = account.getRole() == Role.ADMIN && account.canSignIn();
        if (administers && accounts.all().stream().filter(other -> other.getRole() == Role.ADMIN && other.canSignIn()).count() == 1) {
            throw new AccountRefused(Reason.LAST_ADMINISTRATOR);
        }
    }

    private Account known(String username) {
        return accounts.find(username).orElseThrow(() -> new NoSuchAccount(username));
    }

    /** Two administrators who shut each other out at the same moment: the second one is refused. */
    private void oneAtATime() {
        database.createNativeQuery("lock table callward.account in share row exclusive mode").executeUpdate();
    }
}
