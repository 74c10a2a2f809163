package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.BuiltWar;
import callward.house.Covers;
import callward.wording.Tongue;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: a greeting's life, and what callers hear of it. */
@ExtendWith(ArquillianExtension.class)
class GreetingBookIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(GreetingBookIT.class, Sounds.class, PlayedEverywhere.class, Covers.class);
    }

    @Inject
    GreetingBook book;
    @Inject
    Greetings greetings;
    @Inject
    PlayedEverywhere players;
    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** Tests share one database. */
    private final String key = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Tongue english = Tongue.ENGLISH;

    @Test
    @Covers({"S0.05", "S0.19"})
    void each_change_is_heard_at_once_and_leaves_a_version() throws SoundRefused {
        book.say(key, "Welcome", "Hello", english);
        assertEquals(Optional.of(new Heard.Words("Hello", english)), greetings.heard(key));
        Greeting greeting = book.play(key, "Welcome", Sounds.mp3(30));
        assertEquals(Optional.of(new Heard.Sound(greeting.getSound().getPath(), "audio/mpeg")), greetings.heard(key));
        book.say(key, "Welcome", "Good day", new Tongue("en-GB", "Polly.Amy"));

        List<GreetingVersion> versions = book.versions(greeting);
        assertEquals(List.of(3, 2, 1), versions.stream().map(GreetingVersion::getNumber).toList());
        assertEquals("Polly.Amy", versions.get(0).getVoice());
        assertEquals("audio/mpeg", versions.get(1).getSound().getContentType());
        assertEquals("Hello", versions.get(2).getWords());
        assertEquals("system", versions.get(2).getMadeBy());
    }

    @Test
    void a_former_version_is_taken_back_and_that_is_a_version_too() throws SoundRefused {
        book.play(key, "Welcome", Sounds.mp3(30));
        Optional<Heard> sound = greetings.heard(key);
        book.say(key, "Welcome", "Hello", english);

        Greeting greeting = book.restore(key, 1).orElseThrow();

        assertEquals(sound, greetings.heard(key));
        assertEquals(3, book.versions(greeting).getFirst().getNumber());
        assertEquals(1, book.versions(greeting).getFirst().getRestored());
        assertEquals(Optional.empty(), book.restore(key, 99));
    }

    @Test
    void another_name_or_the_same_words_again_are_no_version() {
        book.say(key, "Welcome", "Hello", english);
        book.say(key, "Welcome", "Hello", english);
        Greeting greeting = book.rename(key, "Reception").orElseThrow();

        assertEquals(1, book.versions(greeting).size());
        assertEquals("Reception", book.find(key).orElseThrow().getName());
        assertEquals(List.of("CREATED", "CHANGED"), deeds());
    }

    @Test
    void one_that_is_played_is_not_deleted() {
        book.say(key, "Welcome", "Hello", english);
        players.plays(key);
        GreetingInUse refused = assertThrows(GreetingInUse.class, () -> book.delete(key));
        assertTrue(refused.saying().inEnglish().contains("Everywhere"), refused::getMessage);
        assertTrue(book.find(key).isPresent());
    }

    @Test
    void a_deleted_one_is_had_back_with_its_versions_unless_its_key_is_taken() {
        book.say(key, "Welcome", "Hello", english);
        book.say(key, "Welcome", "Good day", english);
        book.delete(key);
        assertEquals(Optional.empty(), book.find(key));
        assertTrue(greetings.heard(key).isPresent(), "calls that began before still hear it");

        assertEquals(2, book.versions(book.undelete(key).orElseThrow()).size());
        book.delete(key);
        book.say(key, "Another", "Hi", english);
        assertThrows(KeyTaken.class, () -> book.undelete(key));
        assertEquals(Optional.of(new Heard.Words("Hi", english)), greetings.heard(key));
        assertEquals(List.of("CREATED", "CHANGED", "DELETED", "ROLLED_BACK", "DELETED", "CREATED"), deeds());
    }

    @Test
    void a_refused_sound_changes_nothing() {
        book.say(key, "Welcome", "Hello", english);
        assertThrows(SoundRefused.class, () -> book.play(key, "Other name", "<svg onload=alert(1)>".getBytes()));
        assertEquals("Welcome", book.find(key).orElseThrow().getName());
        assertEquals(List.of("CREATED"), deeds());
    }

    private List<String> deeds() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select deed from callward.audit_entry where room = 'greetings' and subject = ? order by id")) {
            select.setString(1, key);
            List<String> deeds = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deeds.add(row.getString(1));
                }
            }
            return deeds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
