package callward.simulator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a form in their order; a name may occur more than once. */
final class Fields {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static Fields none() {
        return new Fields();
    }

    static Fields of(String... namesAndValues) {
        var fields = new Fields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Adds a field; null stands for "not sent". */
    Fields add(String name, Object value) {
        if (value != null) {
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(value.toString());
        }
        return this;
    }

    Fields set(String name, Object value) {
        values.remove(name);
        return add(name, value);
    }

    Fields addAll(Fields others) {
        others.values.forEach((name, list) -> list.forEach(value -> add(name, value)));
        return this;
    }

    /** As {@link #addAll}, but a field of the same name is replaced. */
    Fields setAll(Fields others) {
        others.values.keySet().forEach(values::remove);
        return addAll(others);
    }

    String get(String name) {
        var list = values.get(name);
        return list == null ? null : list.get(0);
    }

    String get(String name, String otherwise) {
        var value = get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    boolean has(String name) {
        var value = get(name);
        return value != null && !value.isEmpty();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Map<String, List<String>> asMap() {
        return values;
    }

    /** Names in case-sensitive order with their distinct values in order: what is signed of a form. */
    TreeMap<String, List<String>> sorted() {
        var sorted = new TreeMap<String, List<String>>();
        values.forEach((name, list) -> sorted.put(name, new LinkedHashSet<>(list).stream().sorted().toList()));
        return sorted;
    }

    String encode() {
        var text = new StringBuilder();
        values.forEach((name, list) -> list.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }

    static Fields decode(String form) {
        var fields = new Fields();
        if (form == null || form.isEmpty()) {
            return fields;
        }
        for (var pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.add(decoded(name), decoded(value));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
