package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.house.Exchange;
import callward.house.TestDatabase;
import callward.wording.Tongue;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GreetingsTest {

    private final Greetings greetings = new Greetings();
    private final AudioFiles files = new AudioFiles();
    private final MediaResource media = new MediaResource();

    @BeforeEach
    void fresh() {
        TestDatabase.empty();
        greetings.shelf = new GreetingShelf();
        greetings.shelf.database = TestDatabase.get();
        files.database = TestDatabase.get();
        files.clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        media.files = files;
    }

    @Test
    void words_are_heard_in_their_language_and_voice() {
        words("welcome", "Hello");
        assertEquals(Optional.of(new Heard.Words("Hello", new Tongue("en-GB", "Polly.Amy"))), greetings.heard("welcome"));
    }

    @Test
    void an_unknown_key_is_nothing() {
        assertEquals(Optional.empty(), greetings.heard("nobody-knows"));
    }

    @Test
    void a_change_is_heard_by_the_next_caller() {
        words("welcome", "Hello");
        greetings.heard("welcome");
        TestDatabase.run("update callward.greeting set words = 'Good day'");
        greetings.afterChange(new GreetingChanged("welcome"));
        assertEquals("Good day", ((Heard.Words) greetings.heard("welcome").orElseThrow()).text());
    }

    @Test
    void callers_go_on_hearing_it_while_the_database_is_away() {
        words("welcome", "Hello");
        greetings.heard("welcome");
        greetings.shelf.database = Unreachable.database();
        greetings.afterChange(new GreetingChanged("welcome"));
        assertEquals("Hello", ((Heard.Words) greetings.heard("welcome").orElseThrow()).text());
    }

    @Test
    @Covers("S0.19")
    void a_sound_has_an_address_nobody_can_guess_and_a_carrier_may_keep() throws Exception {
        byte[] content = Sounds.mp3(20);
        play("music", content);
        Heard.Sound heard = (Heard.Sound) greetings.heard("music").orElseThrow();
        assertTrue(heard.path().matches("/media/[0-9a-f]{40}\\.mp3"), heard.path());
        Exchange exchange = fetch(heard.path());
        assertEquals(200, exchange.status());
        assertEquals("audio/mpeg", exchange.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", exchange.header("Cache-Control"));
        assertEquals(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1), exchange.body());
    }

    @Test
    void the_same_sound_keeps_its_address_and_another_gets_another() throws Exception {
        play("one", Sounds.mp3(20));
        play("two", Sounds.mp3(20));
        play("three", Sounds.mp3(30));
        assertEquals(greetings.heard("one"), greetings.heard("two"));
        assertNotEquals(greetings.heard("one"), greetings.heard("three"));
    }

    @Test
    void an_address_that_is_wrong_in_any_way_is_not_found() throws Exception {
        play("music", Sounds.mp3(20));
        String path = ((Heard.Sound) greetings.heard("music").orElseThrow()).path();
        for (String wrong : new String[] {path.replace(".mp3", ".wav"), path.replace(".mp3", ""), path + "x", path.toUpperCase(),
            "/media/" + "0".repeat(40) + ".mp3", "/media/../../etc/passwd", "/media/", "/media"}) {
            assertEquals(404, fetch(wrong).status(), wrong);
        }
    }

    private Exchange fetch(String path) throws Exception {
        Exchange exchange = new Exchange("GET").at(path.equals("/media") ? null : path.substring("/media".length()));
        media.doGet(exchange.request(), exchange.response());
        return exchange;
    }

    private static void words(String key, String words) {
        TestDatabase.run("insert into callward.greeting (key, name, words, language, voice, changed_at) values (?, ?, ?, 'en-GB', 'Polly.Amy', now())",
                key, key, words);
    }

    private void play(String key, byte[] upload) throws SoundRefused {
        long sound = files.keep(new SoundCheck(5_000_000, 120).check(upload));
        TestDatabase.run("insert into callward.greeting (key, name, audio_file_id, changed_at) values (?, ?, ?, now())", key, key, sound);
    }

    /** A database that does not answer. */
    private static final class Unreachable {

        static javax.sql.DataSource database() {
            return (javax.sql.DataSource) java.lang.reflect.Proxy.newProxyInstance(Unreachable.class.getClassLoader(),
                    new Class<?>[] {javax.sql.DataSource.class}, (self, call, values) -> {
                        throw new SQLException("connection refused");
                    });
        }
    }
}
