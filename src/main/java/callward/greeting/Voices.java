package callward.greeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The voices we know the carrier to have. It has others, and more each year: any name may be typed. */
final class Voices {

    private static final List<Voice> ALL = read();

    private Voices() { }

    static List<Voice> all() {
        return ALL;
    }

    static List<Voice> in(String language) {
        return ALL.stream().filter(voice -> voice.language().equalsIgnoreCase(language)).toList();
    }

    static List<String> languages() {
        return ALL.stream().map(Voice::language).distinct().toList();
    }

    private static List<Voice> read() {
        try (InputStream file = Objects.requireNonNull(Voices.class.getResourceAsStream("/callward/voices.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ")).map(line -> new Voice(line[1], line[0])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
