package callward.wording;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known during a call, by name: {@code caller.number}, {@code line.name}, {@code customer.name},
 * {@code ticket.number}, and every value that was asked for. Immutable.
 */
public record Facts(Map<String, String> values) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        SortedMap<String, String> sorted = new TreeMap<>(values);
        values = java.util.Collections.unmodifiableMap(sorted);
    }

    public static Facts of(String name, String value) {
        return NONE.with(name, value);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A null value forgets the name. */
    public Facts with(String name, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Facts(changed);
    }

    public Facts with(Facts more) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.putAll(more.values);
        return new Facts(changed);
    }

    /** Those whose name begins with {@code prefix}. */
    public Facts under(String prefix) {
        SortedMap<String, String> some = new TreeMap<>(values);
        some.keySet().removeIf(name -> !name.startsWith(prefix));
        return new Facts(some);
    }

    /** All but those whose name begins with {@code prefix}. */
    public Facts without(String prefix) {
        SortedMap<String, String> some = new TreeMap<>(values);
        some.keySet().removeIf(name -> name.startsWith(prefix));
        return new Facts(some);
    }
}
