package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.house.Fired;
import callward.house.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("S0.18")
class ExchangeKeyTest {

    private static final String CANARY = "canary-4711-of-the-auth-token";
    private static final String OTHER_CANARY = "canary-0815-of-the-mail-password";

    @TempDir
    Path data;
    private final GivenEnvironment environment = new GivenEnvironment();

    @BeforeEach
    void empty() {
        TestDatabase.empty();
        environment.with(Setting.DATA_DIR, data);
    }

    @Test
    void secrets_are_not_in_the_database_as_they_are() {
        twoSecrets(House.opened(environment));
        assertFalse(TestDatabase.column("select name || value from callward.setting").toString().contains("canary"));
        assertReadable(House.opened(environment));
    }

    @Test
    void a_value_cannot_be_moved_to_another_name() {
        twoSecrets(House.opened(environment));
        TestDatabase.run("update callward.setting set value = (select value from callward.setting where name = ?) where name = ?",
                Setting.TWILIO_AUTH_TOKEN.property(), Setting.SMTP_PASSWORD.property());
        assertEquals(Optional.empty(), House.opened(environment).settings.get(Setting.SMTP_PASSWORD));
    }

    @Test
    void a_key_of_the_environment_gives_way_to_the_next() {
        environment.with(Setting.SECRET_KEY, "first key");
        twoSecrets(House.opened(environment));
        String before = sealed();
        environment.with(Setting.SECRET_KEY, "second key").with(Setting.SECRET_KEY_OLD, "first key");
        assertReadable(House.opened(environment));
        assertNotEquals(before, sealed());
        environment.without(Setting.SECRET_KEY_OLD);
        assertReadable(House.opened(environment));
        environment.with(Setting.SECRET_KEY, "first key");
        assertEquals(Optional.empty(), House.opened(environment).settings.get(Setting.TWILIO_AUTH_TOKEN), "the first key opens nothing any more");
    }

    @Test
    void so_does_one_in_a_file() throws IOException {
        Path first = Files.writeString(data.resolve("first"), "first key\n");
        Path second = Files.writeString(data.resolve("second"), "second key\n");
        twoSecrets(House.opened(environment.with(Setting.SECRET_KEY_FILE, first)));
        assertReadable(House.opened(environment.with(Setting.SECRET_KEY_FILE, second).with(Setting.SECRET_KEY_OLD_FILE, first)));
        assertReadable(House.opened(environment.without(Setting.SECRET_KEY_OLD_FILE)));
    }

    @Test
    void our_own_key_gives_way_to_one_of_the_environment() {
        twoSecrets(House.opened(environment));
        assertReadable(House.opened(environment.with(Setting.SECRET_KEY, "a key of theirs")));
    }

    @Test
    void our_own_key_is_exchanged_while_we_run() throws IOException {
        House house = House.opened(environment);
        twoSecrets(house);
        String before = Files.readString(key());
        String sealed = sealed();
        house.exchangeKey.now();
        assertNotEquals(before, Files.readString(key()));
        assertNotEquals(sealed, sealed());
        assertReadable(house);
        house.settings.save(Setting.TWILIO_API_SECRET, "set afterwards");
        House again = House.opened(environment);
        assertReadable(again);
        assertEquals("set afterwards", again.settings.text(Setting.TWILIO_API_SECRET));
        assertEquals(Set.of("secret.key"), files(), "other keys are gone");
    }

    @Test
    void a_key_file_is_for_its_owner_only() throws IOException {
        House house = House.opened(environment);
        twoSecrets(house);
        house.exchangeKey.now();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key())));
    }

    @Test
    void a_crash_before_the_commit_leaves_everything_as_it_was() throws IOException {
        House house = House.opened(environment);
        twoSecrets(house);
        String before = Files.readString(key());
        house.ring.prepare();
        House again = House.opened(environment);
        assertReadable(again);
        assertEquals(before, Files.readString(key()));
        assertEquals(Set.of("secret.key"), files());
    }

    @Test
    void a_crash_after_the_commit_goes_on_where_it_stopped() throws IOException {
        House house = House.opened(environment);
        twoSecrets(house);
        String before = Files.readString(key());
        house.exchangeKey.news = new Fired<>(); // we die before the files change places
        house.exchangeKey.now();
        House again = House.opened(environment);
        assertReadable(again);
        assertNotEquals(before, Files.readString(key()));
        assertEquals(Set.of("secret.key"), files());
    }

    @Test
    void another_node_reads_what_was_sealed_with_the_new_key() {
        House house = House.opened(environment);
        House other = House.opened(environment);
        twoSecrets(house);
        assertReadable(other);
        house.exchangeKey.now();
        other.settings.forget();
        assertReadable(other);
    }

    @Test
    void what_no_key_opens_counts_as_not_set_and_is_reported() {
        environment.with(Setting.SECRET_KEY, "first key");
        twoSecrets(House.opened(environment));
        House lost = House.opened(environment.with(Setting.SECRET_KEY, "second key"));
        assertEquals(Optional.empty(), lost.settings.get(Setting.TWILIO_AUTH_TOKEN));
        SecretsPart part = new SecretsPart();
        part.settings = lost.settings;
        assertFalse(part.state().online());
        assertTrue(part.state().reason().inEnglish().contains(Setting.SMTP_PASSWORD.property()), part.state().reason().inEnglish());
        assertReadable(House.opened(environment.with(Setting.SECRET_KEY_OLD, "first key")));
    }

    @Test
    void what_we_made_ourselves_is_made_anew_when_no_key_opens_it() {
        House.opened(environment.with(Setting.SECRET_KEY, "first key")).settings.rememberOnce("simulator.auth.token", "one");
        House lost = House.opened(environment.with(Setting.SECRET_KEY, "second key"));
        assertEquals("two", lost.settings.rememberOnce("simulator.auth.token", "two"));
        assertEquals("two", lost.settings.rememberOnce("simulator.auth.token", "three"));
    }

    @Test
    void a_key_of_the_environment_is_not_ours_to_exchange() {
        House house = House.opened(environment.with(Setting.SECRET_KEY, "theirs"));
        assertThrows(IllegalStateException.class, house.exchangeKey::now);
    }

    private static void twoSecrets(House house) {
        house.settings.save(Setting.TWILIO_AUTH_TOKEN, CANARY);
        house.settings.save(Setting.SMTP_PASSWORD, OTHER_CANARY);
    }

    private static void assertReadable(House house) {
        assertEquals(CANARY, house.settings.text(Setting.TWILIO_AUTH_TOKEN));
        assertEquals(OTHER_CANARY, house.settings.text(Setting.SMTP_PASSWORD));
        assertEquals(Set.of(), house.settings.unreadable());
    }

    private static String sealed() {
        return TestDatabase.value("select value from callward.setting where name = ?", Setting.TWILIO_AUTH_TOKEN.property());
    }

    private Path key() {
        return data.resolve("secret.key");
    }

    private Set<String> files() throws IOException {
        try (var files = Files.list(data)) {
            return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
