package callward.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Gives an account another password. Whoever came in by the old one is out, and a link that is still on its way opens nothing any more. */
@ApplicationScoped
@Transactional(dontRollbackOn = AccountRefused.class) // whoever calls decides: his other work may have to stay
class NewPassword {

    private static final String HIDDEN = "••••";

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Passwords passwords;
    @Inject
    OpenSessions sessions;
    @Inject
    Audit audit;

    /**
     * @param due    whether he must change it when he signs in with it
     * @param butKey the key of the session that stays; null for none
     * @param by     who does it
     * @throws AccountRefused when it will not do
     */
    void give(Account account, String password, boolean due, String butKey, String by) {
        PasswordRules.check(account.getUsername(), password);
        // the log keeps what differs: a password in another's place must differ, too
        Map<String, String> before = account.hasPassword() ? Map.of("password", HIDDEN + " (before)") : Map.of();
        account.choosePassword(passwords.hash(password), due);
        sessions.endAllOf(account, butKey);
        database.createQuery("delete from Invitation i where i.accountId = :account").setParameter("account", account.getId()).executeUpdate();
        audit.noteBy(by, KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.CHANGED, before, Map.of("password", HIDDEN));
    }
}
