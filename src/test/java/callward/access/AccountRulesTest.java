package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.AccountRefused.Reason;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenOwnTransaction;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What must hold of accounts whoever changes them, and by whichever way. */
class AccountRulesTest {

    private static final String GOOD = "a fine long password";

    private final TestEntities entities = TestEntities.open();
    private final GivenClock clock = new GivenClock();
    private final GivenSettings settings = new GivenSettings().with(Setting.DATA_DIR, "target");
    private final Insider signedIn = new Insider();
    private Accounts accounts;
    private KeepAccounts keep;
    private VouchedAccounts vouched;
    private Invitations invitations;
    private OwnAccount own;
    private KeepTokens tokens;

    /** Whoever is signed in, or the token that is shown. */
    private static final class Insider extends SignedIn {

        private Account me;

        @Override
        public Optional<Account> account() {
            return Optional.ofNullable(me);
        }
    }

    /** Hashing itself is the container's. */
    private static final class Plainly extends Passwords {

        @Override
        String hash(String password) {
            return "hash of " + password;
        }

        @Override
        boolean right(String password, Optional<String> hash) {
            return hash.filter(hash(password)::equals).isPresent();
        }
    }

    @BeforeEach
    void open() {
        TestDatabase.empty();
        Plainly passwords = new Plainly();
        Audit audit = Wired.with(TestDatabase.get(), signedIn, clock).bean(Audit.class);
        accounts = Wired.with(entities.manager(), passwords, audit, clock).bean(Accounts.class);
        SignInTries tries = Wired.with(TestDatabase.get(), clock, new GivenOwnTransaction()).bean(SignInTries.class);
        OpenSessions sessions = Wired.with(entities.manager(), settings, clock, new Fired<SessionsEnded>()).bean(OpenSessions.class);
        NewPassword newPassword = Wired.with(entities.manager(), passwords, sessions, audit).bean(NewPassword.class);
        keep = Wired.with(entities.manager(), accounts, newPassword, signedIn, sessions, audit).bean(KeepAccounts.class);
        vouched = Wired.with(entities.manager(), accounts, audit).bean(VouchedAccounts.class);
        invitations = Wired.with(entities.manager(), accounts, newPassword, audit, clock).bean(Invitations.class);
        own = Wired.with(signedIn, accounts, passwords, newPassword, tries, settings, audit).bean(OwnAccount.class);
        ApiTokens apiTokens = Wired.with(entities.manager(), settings, clock).bean(ApiTokens.class);
        tokens = Wired.with(apiTokens, accounts, signedIn, audit, clock).bean(KeepTokens.class);
    }

    @Test
    void the_last_administrator_keeps_his_only_way_in() {
        account("ann", Role.ADMIN, null);
        entities.once(() -> vouched.link("ann", "https://idp.example.com", "sub-ann"));
        refused(Reason.LAST_ADMINISTRATOR, () -> vouched.unlink("ann"));
        account("bo", Role.ADMIN, GOOD);
        entities.once(() -> vouched.unlink("ann"));
        assertFalse(entities.once(() -> accounts.known("ann")).canSignIn());
    }

    @Test
    void groups_elsewhere_do_not_take_the_last_administrators_role() {
        Account ann = account("ann", Role.ADMIN, GOOD);
        entities.once(() -> vouched.become(ann, Role.AGENT));
        assertEquals(Role.ADMIN, entities.once(() -> accounts.known("ann")).getRole());
    }

    @Test
    void where_an_address_lets_somebody_in_nobody_chooses_his_own() {
        signedIn.me = account("eve", Role.AGENT, GOOD);
        settings.with(Setting.OIDC_LINK_EMAIL, true);
        refused(Reason.EMAIL_LETS_IN, () -> own.change("Eve", "boss@corp.example", null));
        entities.once(() -> own.change("Eve Adams", null, null));
        settings.without(Setting.OIDC_LINK_EMAIL);
        entities.once(() -> own.change("Eve", "eve@corp.example", null));
        assertEquals("eve@corp.example", entities.once(() -> accounts.known("eve")).getEmail());
    }

    @Test
    void a_link_that_is_still_on_its_way_opens_nothing_once_the_password_is_another() {
        signedIn.me = account("ann", Role.ADMIN, GOOD);
        account("tom", Role.AGENT, GOOD);
        String lost = entities.once(() -> invitations.make("tom")).token();
        entities.once(() -> keep.setPassword("tom", "another fine password"));
        assertEquals(Optional.empty(), entities.once(() -> invitations.whose(lost)));

        String mine = entities.once(() -> invitations.make("ann")).token();
        entities.once(() -> own.changePassword(GOOD, "another fine password", null));
        assertEquals(Optional.empty(), entities.once(() -> invitations.whose(mine)));
    }

    @Test
    void a_link_works_once_and_survives_a_password_that_will_not_do() {
        account("tom", Role.AGENT, null);
        String token = entities.once(() -> invitations.make("tom")).token();
        refused(Reason.PASSWORD_TOO_SHORT, () -> invitations.accept(token, "short"));
        entities.once(() -> invitations.accept(token, GOOD));
        assertTrue(entities.once(() -> accounts.known("tom")).canSignIn());
        refused(Reason.LINK_DEAD, () -> invitations.accept(token, GOOD));
    }

    @Test
    void a_form_that_was_opened_before_does_not_give_back_a_role_that_was_taken_since() {
        signedIn.me = account("ann", Role.ADMIN, GOOD);
        Account bo = account("bo", Role.ADMIN, GOOD);
        AccountText seen = AccountText.of(bo);
        entities.once(() -> keep.change("bo", new AccountText("Bo", null, Role.AGENT, null, true)));
        refused(Reason.CHANGED_MEANWHILE, () -> keep.change("bo", new AccountText("Bob", null, Role.ADMIN, null, true), seen));
        assertEquals(Role.AGENT, entities.once(() -> accounts.known("bo")).getRole());
    }

    @Test
    void a_change_that_changes_nothing_is_not_written_down() {
        signedIn.me = account("ann", Role.ADMIN, GOOD);
        Account bo = account("bo", Role.AGENT, GOOD);
        String before = entries();
        entities.once(() -> keep.change("bo", AccountText.of(bo)));
        assertEquals(before, entries());
        entities.once(() -> keep.change("bo", new AccountText("Bob", null, Role.AGENT, null, true)));
        assertNotEquals(before, entries());
    }

    @Test
    void a_token_makes_none_that_outlives_it() {
        Account ann = account("ann", Role.ADMIN, GOOD);
        Instant end = clock.instant().plus(Duration.ofDays(1));
        signedIn.byToken(new TokenHolder("nightly", Role.ADMIN, ann.getId(), end));
        refused(Reason.EXPIRY_BEYOND_OWN, () -> tokens.make("for ever", Role.AGENT, null));
        refused(Reason.EXPIRY_BEYOND_OWN, () -> tokens.make("longer", Role.AGENT, end.plusSeconds(1)));
        entities.once(() -> tokens.make("as long", Role.AGENT, end));
        signedIn.byToken(new TokenHolder("lasting", Role.ADMIN, ann.getId(), null));
        entities.once(() -> tokens.make("for ever", Role.AGENT, null));
        assertEquals(List.of("as long", "for ever"), entities.once(() -> tokens.mine()).stream().map(ApiToken::getName).toList());
    }

    @Test
    void a_token_revokes_none_that_may_more() {
        Account ann = account("ann", Role.SUPERVISOR, GOOD);
        signedIn.me = ann;
        long reports = entities.once(() -> tokens.make("reports", Role.SUPERVISOR, null)).token().getId();
        long desk = entities.once(() -> tokens.make("desk", Role.AGENT, null)).token().getId();
        signedIn.byToken(new TokenHolder("lesser", Role.AGENT, ann.getId(), null));
        assertFalse(entities.once(() -> tokens.revoke(reports)));
        assertEquals(List.of("desk"), entities.once(() -> tokens.mine()).stream().map(ApiToken::getName).toList());
        assertTrue(entities.once(() -> tokens.revoke(desk)));
        signedIn.byToken(null);
        assertTrue(entities.once(() -> tokens.revoke(reports)));
    }

    private Account account(String username, Role role, String password) {
        return entities.once(() -> accounts.keep(username, new AccountText(username, null, role, null, true), password == null ? null : "hash of " + password));
    }

    private void refused(Reason reason, Executable deed) {
        assertEquals(reason, assertThrows(AccountRefused.class, () -> entities.once(() -> {
            try {
                deed.execute();
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        })).reason());
    }

    private static String entries() {
        return TestDatabase.value("select count(*) from callward.audit_entry");
    }
}
