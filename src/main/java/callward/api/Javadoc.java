package callward.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sources say about resources and records, so that it is said once: the build collects it (see {@code src/build/Descriptions.java}).
 *
 * @param texts Markdown by {@code room.Type}, {@code room.Type#component}, {@code room.Type#method} or {@code room.Type#method#parameter}
 */
record Javadoc(Map<String, String> texts) {

    static Javadoc ours() {
        try (InputStream file = Javadoc.class.getResourceAsStream("descriptions.tsv")) {
            if (file == null) {
                throw new IllegalStateException("descriptions.tsv is missing: the build makes it of the sources");
            }
            return of(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Javadoc of(Stream<String> lines) {
        return new Javadoc(lines.map(line -> line.split("\t", 2)).collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1])));
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getName()));
    }

    Optional<String> of(Class<?> type, String member) {
        return Optional.ofNullable(texts.get(type.getName() + "#" + member));
    }

    /** The first sentence, without its full stop. */
    Optional<String> summary(Method method) {
        return of(method.getDeclaringClass(), method.getName()).map(text -> text.split("(?<=\\.) ", 2)[0].replaceFirst("\\.$", ""));
    }

    /** All but the first sentence. */
    Optional<String> details(Method method) {
        return of(method.getDeclaringClass(), method.getName()).map(text -> text.split("(?<=\\.) ", 2)).filter(parts -> parts.length > 1).map(parts -> parts[1]);
    }

    /** Said at the method, or once for all methods of its class that take the same. */
    Optional<String> parameter(Method method, String name) {
        Class<?> type = method.getDeclaringClass();
        return of(type, method.getName() + "#" + name).or(() -> Arrays.stream(type.getMethods()).map(Method::getName).sorted()
                .flatMap(other -> of(type, other + "#" + name).stream()).findFirst());
    }
}
