package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
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
    NewPassword passwords;
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
        return change(username, text, null);
    }

    /**
     * @param seen what whoever changes it has read before; null for whatever it is now
     * @throws AccountRefused also when it is not as it was seen: what somebody else has taken away must not come back unnoticed
     */
    public Account change(String username, AccountText text, AccountText seen) {
        accounts.oneAtATime();
        Account account = accounts.known(username);
        if (seen != null && !seen.equals(AccountText.of(account))) {
            throw new AccountRefused(Reason.CHANGED_MEANWHILE);
        }
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
        accounts.oneAtATime();
        Account account = accounts.known(username);
        mayLoseRights(account, true);
        sessions.endAllOf(account, null);
        database.remove(account);
        audit.note(ROOM, account.getUsername(), account.getName(), Deed.DELETED, AccountText.of(account).facts(), Map.of());
    }

    /** Gives somebody a password that he must change when he signs in with it. */
    public void setPassword(String username, String password) {
        passwords.give(accounts.known(username), password, true, null, audit.who());
    }

    private void mayLoseRights(Account account, boolean loses) {
        boolean oneself = signedIn.account().filter(me -> me.getId().equals(account.getId())).isPresent();
        if (oneself && loses) {
            throw new AccountRefused(Reason.YOURSELF);
        }
        if (accounts.isLastAdministrator(account)) {
            throw new AccountRefused(Reason.LAST_ADMINISTRATOR);
        }
    }
}
