package callward.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody who may sign in. */
@ApplicationScoped
@Transactional
public class Accounts {

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Passwords passwords;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    public Optional<Account> find(long id) {
        return Optional.ofNullable(database.find(Account.class, id));
    }

    public Optional<Account> find(String username) {
        return database.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", Username.of(username)).getResultStream().findFirst();
    }

    /** @throws AccountRefused when nobody is called that */
    Account known(String username) {
        return find(username).orElseThrow(() -> new AccountRefused(AccountRefused.Reason.NO_SUCH_ACCOUNT));
    }

    public List<Account> all() {
        return database.createQuery("select a from Account a order by a.name, a.username", Account.class).getResultList();
    }

    public boolean none() {
        return database.createQuery("select count(a) from Account a", Long.class).getSingleResult() == 0;
    }

    /**
     * @param username small letters, digits and {@code . _ @ + -}, at most 64
     * @param email    may be null
     * @throws UsernameTaken            when there is one of that name
     * @throws IllegalArgumentException when user name or password will not do
     */
    public Account create(String username, String name, String email, String password, Role role) {
        String known = Username.of(username);
        if (!Username.fits(known)) {
            throw new IllegalArgumentException("username");
        }
        if (password == null || password.isBlank()) {
            throw new IllegalArgumentException("password");
        }
        if (find(known).isPresent()) {
            throw new UsernameTaken(known);
        }
        return keep(known, new AccountText(name == null || name.isBlank() ? known : name, email, role, null, true), passwords.hash(password));
    }

    /** @param passwordHash null for somebody who has none yet */
    Account keep(String username, AccountText text, String passwordHash) {
        Account account = new Account(username, text, passwordHash, clock.instant());
        database.persist(account);
        database.flush();
        audit.note(KeepAccounts.ROOM, username, account.getName(), Deed.CREATED, Map.of(), text.facts());
        return account;
    }

    /** Whether nobody could administer any more without him. */
    boolean isLastAdministrator(Account account) {
        return administers(account) && all().stream().filter(Accounts::administers).count() == 1;
    }

    private static boolean administers(Account account) {
        return account.getRole() == Role.ADMIN && account.canSignIn();
    }

    /** Until the transaction ends nobody else changes an account: two who shut each other out at the same moment must not both succeed. */
    void oneAtATime() {
        database.createNativeQuery("lock table callward.account in share row exclusive mode").executeUpdate();
    }

    /** Chooses the language of the pages; null follows the browser again. */
    public void speak(String username, Locale language) {
        find(username).ifPresent(account -> account.speak(language));
    }

    /** Only whoever is active and gives the right password; unknown people take as long to be refused. */
    Optional<Account> admit(String username, String password) {
        Optional<Account> account = find(username).filter(Account::isActive);
        return passwords.right(password, account.map(Account::passwordHash)) ? account : Optional.empty();
    }
}
