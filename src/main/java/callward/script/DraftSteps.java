package callward.script;

import callward.flow.Steps;
import callward.wording.Tongue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A script that need not be finished: the JSON document that becomes {@link Steps} one day. It holds whatever a person typed, so that
 * nothing is lost; only its outer shape is certain: an object with a list of steps, each of them an object.
 */
public record DraftSteps(ObjectNode document) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** What may stand in an exported file beside the script itself. */
    private static final String SCHEMA = "$schema";

    public DraftSteps {
        document = document.deepCopy();
        document.remove(SCHEMA);
    }

    static DraftSteps empty() {
        ObjectNode document = JSON.createObjectNode();
        document.putArray("steps");
        return new DraftSteps(document);
    }

    /** @throws IllegalArgumentException with the place and the reason when it is not even the outline of a script */
    public static DraftSteps read(String json) {
        try {
            return of(JSON.readTree(json == null || json.isBlank() ? "\"\"" : json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ": "
                    + e.getOriginalMessage().replaceAll("(?s)[\\r\\n].*| at \\[.*", ""), e);
        }
    }

    /** @throws IllegalArgumentException with the place and the reason when it is not even the outline of a script */
    static DraftSteps of(JsonNode node) {
        if (!(node instanceof ObjectNode document)) {
            throw new IllegalArgumentException("a script is a JSON object with first, tongue and steps");
        }
        if (!(document.get("steps") instanceof ArrayNode steps)) {
            throw new IllegalArgumentException("steps: must be a list of steps");
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isObject()) {
                throw new IllegalArgumentException("steps[" + i + "]: must be an object with kind and id");
            }
        }
        return new DraftSteps(document);
    }

    static DraftSteps of(Steps steps) {
        return read(StepsJson.write(steps));
    }

    String json() {
        return document.toString();
    }

    /** For people: one field a line. */
    String pretty() {
        return document.toPrettyString();
    }

    /** @throws IllegalArgumentException with the reason while it is unfinished */
    Steps finished() {
        return StepsJson.read(json());
    }

    List<JsonNode> steps() {
        return StreamSupport.stream(document.get("steps").spliterator(), false).toList();
    }

    String first() {
        return text(document, "first");
    }

    /** Of an unfinished language: English, as the engine would take it. */
    Tongue tongue() {
        JsonNode tongue = document.path("tongue");
        String language = tongue.path("language").asText("");
        return language.isBlank() ? Tongue.ENGLISH : new Tongue(language, tongue.path("voice").asText(null));
    }

    /** Place of a step in the list; the first one of that name. */
    Optional<Integer> place(String id) {
        List<JsonNode> steps = steps();
        return IntStream.range(0, steps.size()).filter(i -> text(steps.get(i), "id").equals(id)).boxed().findFirst();
    }

    /** Empty where there is none. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : "";
    }
}
