package callward.script;

import callward.flow.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script as fields and readable values, so that two of them can be compared by people. */
final class FlatSteps {

    private FlatSteps() { }

    /** {@code menu.says} → what it says, for the whole script. */
    static Map<String, String> of(DraftSteps script) {
        Map<String, String> flat = new LinkedHashMap<>(settings(script));
        for (JsonNode step : script.steps()) {
            fields(step).forEach((field, value) -> flat.put(DraftSteps.text(step, "id") + "." + field, value));
        }
        return flat;
    }

    static Map<String, String> settings(DraftSteps script) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "first", script.first());
        put(settings, "language", script.tongue().language());
        put(settings, "voice", script.tongue().voice());
        return settings;
    }

    /** What a step says and does; defaults are filled in, so that they are no difference. */
    static Map<String, String> fields(JsonNode step) {
        Map<String, String> fields = new LinkedHashMap<>();
        JsonNode whole = completed(step);
        put(fields, "kind", DraftSteps.text(step, "kind"));
        whole.properties().stream().filter(field -> !field.getKey().equals("id") && !field.getKey().equals("kind"))
                .forEach(field -> put(fields, field.getKey(), words(field.getValue())));
        return fields;
    }

    private static JsonNode completed(JsonNode step) {
        try {
            return StepsJson.tree(StepsJson.read(step.toString(), Step.class));
        } catch (IllegalArgumentException unfinished) {
            return step;
        }
    }

    private static String words(JsonNode value) {
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(each -> lines.add(words(each)));
            boolean plain = value.isEmpty() || value.get(0).isValueNode();
            return String.join(plain ? ", " : "\n", lines);
        }
        if (value.has("text")) {
            return "“" + value.get("text").asText() + "”";
        }
        if (value.has("greeting")) {
            return "♪ " + value.get("greeting").asText();
        }
        if (value.has("key")) {
            String words = words(value.path("words"));
            return value.get("key").asText() + (words.isEmpty() ? "" : " (" + words + ")")
                    + " → " + Optional.of(DraftSteps.text(value, "next")).filter(next -> !next.isEmpty()).orElse("■");
        }
        return value.isNull() ? "" : value.asText(value.isObject() ? value.toString() : "");
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
