package callward.access;

import callward.access.AccountRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** What everybody may change about himself. */
@ApplicationScoped
@Transactional(dontRollbackOn = AccountRefused.class) // a wrong password must stay counted
public class OwnAccount {

    private static final String FROM_INSIDE = "signed in"; // in the place of an address: whoever guesses here is in already

    @Inject
    SignedIn signedIn;
    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    SignInTries tries;
    @Inject
    OpenSessions sessions;
    @Inject
    Audit audit;

    /** @param language null to follow the browser */
    public Account change(String name, String email, String language) {
        Account me = me();
        AccountText text = new AccountText(name, email, me.getRole(), language, true);
        Map<String, String> before = AccountText.of(me).facts();
        if (!before.equals(text.facts())) {
            me.become(text);
            audit.note(KeepAccounts.ROOM, me.getUsername(), me.getName(), Deed.CHANGED, before, text.facts());
        }
        return me;
    }

    /**
     * Changes one's own password; sessions elsewhere end.
     *
     * @param sessionKey of the session that stays
     * @throws AccountRefused when the old one is wrong, or the new one will not do
     */
    public void changePassword(String old, String fresh, String sessionKey) {
        Account me = me();
        if (!tries.mayTry(me.getUsername(), FROM_INSIDE)) {
            throw new AccountRefused(Reason.TOO_MANY_TRIES);
        }
        if (!passwords.right(old, Optional.ofNullable(me.passwordHash()))) {
            throw new AccountRefused(Reason.OLD_PASSWORD_WRONG);
        }
        tries.succeeded(me.getUsername(), FROM_INSIDE);
        PasswordRules.check(me.getUsername(), fresh);
        if (fresh.equals(old)) {
            throw new AccountRefused(Reason.PASSWORD_THE_SAME);
        }
        me.choosePassword(passwords.hash(fresh), false);
        sessions.endAllOf(me, sessionKey);
        audit.note(KeepAccounts.ROOM, me.getUsername(), me.getName(), Deed.CHANGED, Map.of("password", "•••• (before)"), Map.of("password", "••••"));
    }

    /** Read anew: what the request knows of it belongs to another transaction. */
    private Account me() {
        return signedIn.account().flatMap(known -> accounts.find(known.getId())).orElseThrow(() -> new NoSuchAccount("-"));
    }
}
