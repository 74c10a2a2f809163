package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts whose owners sign in elsewhere: known by who vouches for them and under which name there, never by what they are called here. */
@ApplicationScoped
@Transactional
public class VouchedAccounts {

    private static final int LONGEST = 255;

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Accounts accounts;
    @Inject
    Audit audit;

    public Optional<Account> with(String issuer, String subject) {
        return database.createQuery("select a from Account a where a.issuer = :issuer and a.subject = :subject", Account.class)
                .setParameter("issuer", plain(issuer)).setParameter("subject", subject).getResultStream().findFirst();
    }

    /** The only account of that address which nobody vouches for yet. */
    public Optional<Account> lonelyWith(String email) {
        List<Account> found = database.createQuery("select a from Account a where lower(a.email) = lower(:email)", Account.class)
                .setParameter("email", email).getResultList();
        return found.size() == 1 && found.getFirst().getSubject() == null ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * Makes the account of somebody who came for the first time.
     *
     * @throws AccountRefused when the user name is taken: whoever vouches for a name elsewhere does not vouch for ours
     */
    public Account add(String username, AccountText text, String issuer, String subject) {
        String known = Username.of(username);
        if (!Username.fits(known)) {
            throw new AccountRefused(Reason.USERNAME_WRONG);
        }
        if (accounts.find(known).isPresent()) {
            throw new AccountRefused(Reason.USERNAME_TAKEN);
        }
        Account account = accounts.keep(known, text, null);
        account.vouchedFor(plain(issuer), subject);
        note(account, "", subject);
        return account;
    }

    /**
     * Lets somebody sign in elsewhere from now on.
     *
     * @throws AccountRefused when that identity is another account's
     */
    public Account link(String username, String issuer, String subject) {
        if (subject == null || subject.isBlank() || subject.length() > LONGEST || subject.chars().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(Reason.SUBJECT_WRONG);
        }
        Account account = accounts.known(username);
        if (with(issuer, subject).filter(other -> !other.getId().equals(account.getId())).isPresent()) {
            throw new AccountRefused(Reason.SUBJECT_TAKEN);
        }
        String before = account.getSubject() == null ? "" : account.getSubject();
        account.vouchedFor(plain(issuer), subject);
        note(account, before, subject);
        return account;
    }

    /**
     * From now on he signs in only here.
     *
     * @throws AccountRefused when he has no password, and nobody else could administer
     */
    public void unlink(String username) {
        accounts.oneAtATime();
        Account account = accounts.known(username);
        if (!account.hasPassword() && accounts.isLastAdministrator(account)) {
            throw new AccountRefused(Reason.LAST_ADMINISTRATOR);
        }
        if (account.getSubject() != null) {
            note(account, account.getSubject(), "");
            account.vouchedFor(null, null);
        }
    }

    /** As the groups elsewhere have it; the last administrator stays one. */
    public Account become(Account account, Role role) {
        Account now = accounts.known(account.getUsername());
        if (now.getRole() == role) {
            return now;
        }
        accounts.oneAtATime();
        if (!accounts.isLastAdministrator(now)) {
            Map<String, String> before = AccountText.of(now).facts();
            AccountText text = new AccountText(now.getName(), now.getEmail(), role, AccountText.of(now).language(), now.isActive());
            now.become(text);
            audit.noteBy("openid", KeepAccounts.ROOM, now.getUsername(), now.getName(), Deed.CHANGED, before, text.facts());
        }
        return now;
    }

    /** A slash at its end is a matter of taste. */
    private static String plain(String issuer) {
        return issuer.replaceAll("/+$", "");
    }

    private void note(Account account, String before, String after) {
        audit.note(KeepAccounts.ROOM, account.getUsername(), account.getName(), Deed.CHANGED, Map.of("identity", before), Map.of("identity", after));
    }
}
