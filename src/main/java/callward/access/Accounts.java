package callward.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
    Clock clock;

    public Optional<Account> find(String username) {
        return database.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", Username.of(username)).getResultStream().findFirst();
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
        Account account = new Account(known, name == null || name.isBlank() ? known : name.strip(), email,
                passwords.hash(password), role, clock.instant());
        database.persist(account);
        database.flush();
        return account;
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
