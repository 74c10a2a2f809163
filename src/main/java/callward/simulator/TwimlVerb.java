package callward.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element of a document: its name, the attributes that passed the check, its children and its text. */
record TwimlVerb(String name, Map<String, String> attributes, List<TwimlVerb> children, String text) {

    static TwimlVerb of(String name, String text) {
        return new TwimlVerb(name, new LinkedHashMap<>(), new ArrayList<>(), text);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String get(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    int number(String attribute, int otherwise) {
        return has(attribute) ? Integer.parseInt(attributes.get(attribute).trim()) : otherwise;
    }

    boolean flag(String attribute, boolean otherwise) {
        return has(attribute) ? attributes.get(attribute).equalsIgnoreCase("true") : otherwise;
    }

    String method() {
        return get("method", "POST").toUpperCase(java.util.Locale.ROOT);
    }

    String content() {
        return text.trim();
    }
}
