package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links by which people choose their first password, or a new one: each works once and not for long, and a newer one kills the older. */
@ApplicationScoped
@Transactional
public class Invitations {

    public static final Duration LIFE = Duration.ofHours(72);

    /** A new link's token and its only showing. */
    public record Made(String token, Instant expiresAt) {

        /** Its address within the console. */
        public String path() {
            return "/welcome?token=" + token;
        }

        @Override
        public String toString() {
            return "Made[until " + expiresAt + "]";
        }
    }

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Accounts accounts;
    @Inject
    NewPassword passwords;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    public Made make(String username) {
        Account account = accounts.known(username);
        Made made = new Made(Token.fresh(), clock.instant().plus(LIFE));
        Invitation known = database.find(Invitation.class, account.getId());
        Invitation invitation = known == null ? new Invitation(account.getId()) : known;
        invitation.renew(Token.hash(made.token()), made.expiresAt());
        if (known == null) {
            database.persist(invitation);
        }
        audit.note(KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.INVITED, Map.of(), Map.of("until", made.expiresAt().toString()));
        return made;
    }

    /** Whom a link is for; nothing when it does not work (any more), or he is shut out. */
    public Optional<Account> whose(String token) {
        return invitation(token).flatMap(invitation -> accounts.find(invitation.accountId())).filter(Account::isActive);
    }

    /**
     * Sets the password and kills the link.
     *
     * @throws AccountRefused when the link is dead or the password will not do; then the link still works
     */
    public Account accept(String token, String password) {
        Invitation invitation = invitation(token).orElseThrow(() -> new AccountRefused(Reason.LINK_DEAD));
        Account account = accounts.find(invitation.accountId()).filter(Account::isActive).orElseThrow(() -> new AccountRefused(Reason.LINK_DEAD));
        if (database.createQuery("delete from Invitation i where i.hash = :hash").setParameter("hash", Token.hash(token)).executeUpdate() != 1) {
            throw new AccountRefused(Reason.LINK_DEAD); // somebody was faster with the same link
        }
        passwords.give(account, password, false, null, account.getUsername());
        return account;
    }

    /** Those who are invited and have not come yet. */
    public List<Long> waiting() {
        return database.createQuery("select i.accountId from Invitation i where i.expiresAt > :now", Long.class)
                .setParameter("now", clock.instant()).getResultList();
    }

    private Optional<Invitation> invitation(String token) {
        return token == null || token.isBlank() ? Optional.empty()
                : database.createQuery("select i from Invitation i where i.hash = :hash and i.expiresAt > :now", Invitation.class)
                        .setParameter("hash", Token.hash(token)).setParameter("now", clock.instant()).getResultStream().findFirst();
    }
}
