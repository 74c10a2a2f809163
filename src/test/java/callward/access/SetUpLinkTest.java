package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.AccountRefused.Reason;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.settings.FirstSteps;
import callward.settings.GivenEnvironment;
import callward.settings.House;
import callward.settings.Setting;
import callward.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpLinkTest {

    @TempDir
    Path data;
    private final TestEntities entities = TestEntities.open();
    private SetUpLink link;
    private Accounts accounts;

    @BeforeEach
    void open() {
        TestDatabase.empty();
        Settings settings = House.opened(new GivenEnvironment().with(Setting.DATA_DIR, data)).settings;
        Passwords passwords = new Passwords() {
            @Override
            String hash(String password) {
                return "hash of " + password;
            }
        };
        accounts = Wired.with(entities.manager(), passwords, new GivenAudit(), new GivenClock()).bean(Accounts.class);
        link = Wired.with(settings, accounts, Wired.with(settings).bean(FirstSteps.class)).bean(SetUpLink.class);
    }

    @Test
    void it_makes_one_administrator_and_no_other() {
        String token = link.fresh();
        assertFalse(entities.once(() -> link.use("another", "eve", "Eve", "a fine long password")));
        assertTrue(entities.once(() -> link.use(token, "ann", "Ann", "a fine long password")));
        assertEquals(Role.ADMIN, entities.once(() -> accounts.known("ann")).getRole());
        assertFalse(entities.once(() -> link.use(token, "bo", "Bo", "a fine long password")));
    }

    @Test
    void the_first_password_must_be_as_good_as_everybodys_and_the_link_waits_for_it() {
        String token = link.fresh();
        assertEquals(Reason.PASSWORD_TOO_SHORT, refused(token, "short"));
        assertEquals(Reason.PASSWORD_IS_A_NAME, refused(token, "ann1234567"));
        assertTrue(link.works(token));
    }

    private Reason refused(String token, String password) {
        return assertThrows(AccountRefused.class, () -> entities.once(() -> link.use(token, "Ann", "Ann", password))).reason();
    }
}
