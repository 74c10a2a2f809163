package callward.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a step's fields may be: refuses nonsense with a sentence that names the field, fills in what was left out. */
final class Bounds {

    private Bounds() { }

    static String id(String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("id: every step needs a name");
        }
        return id;
    }

    static String required(String field, String step, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " of step \"" + step + "\" must not be empty");
        }
        return value;
    }

    /** @param value 0 means that the author leaves it to us */
    static int number(String field, String step, int value, int least, int most, int usual) {
        if (value == 0) {
            return usual;
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + " of step \"" + step + "\" must be " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    static String keys(String field, String step, String value, int most, String usual) {
        if (value == null) {
            return usual;
        }
        if (!value.matches("[0-9*#]{0," + most + "}")) {
            throw new IllegalArgumentException(
                    field + " of step \"" + step + "\" may have up to " + most + " of 0-9 * #, not \"" + value + "\"");
        }
        return value;
    }

    /** A form's empty field means the end, as a missing one does. */
    static String orEnd(String next) {
        return next == null || next.isBlank() ? null : next;
    }

    static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The steps among {@code next} that are steps. */
    static List<String> named(String... next) {
        return Arrays.stream(next).filter(Objects::nonNull).distinct().toList();
    }
}
