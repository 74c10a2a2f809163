package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.twiml.voice.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The voices a page offers are ones Twilio has, in a language it speaks. */
class VoicesTest {

    private final List<String[]> offered = read();

    @Test
    void every_voice_is_one_of_twilios_and_offered_once() {
        Set<String> known = Arrays.stream(Say.Voice.values()).map(Say.Voice::toString).collect(Collectors.toSet());
        assertEquals(List.of(), offered.stream().map(line -> line[1]).filter(voice -> !known.contains(voice)).toList());
        assertEquals(offered.size(), offered.stream().map(line -> line[1]).distinct().count());
        assertTrue(offered.size() > 800, "only " + offered.size());
    }

    @Test
    void a_google_voice_is_offered_in_the_language_of_its_name() {
        assertEquals(List.of(), offered.stream().filter(line -> line[1].startsWith("Google.") && !line[1].startsWith("Google." + line[0] + "-"))
                .map(line -> line[1]).toList());
    }

    @Test
    void polly_speaks_each_of_our_own_languages() {
        for (String language : List.of("en-US", "en-GB", "es-ES", "es-MX")) {
            assertTrue(offered.stream().anyMatch(line -> line[0].equals(language) && line[1].startsWith("Polly.")), language);
        }
    }

    private static List<String[]> read() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/callward/voices.txt")).stream().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
