package callward.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the answers of a REST API against what its OpenAPI document promises; nothing may be there that is not promised. */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "https://contract.test/openapi.json";
    private static final String PROBLEM = "/components/responses/Problem";

    private final JsonNode document;
    private final SchemaRegistry registry;

    public Contract(String openapi) {
        document = tree(openapi).orElseThrow();
        document.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PLACE, document.toString()))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    }

    /** @param path below the API's root, without query @param kind its Content-Type, empty for none */
    public List<String> faults(String method, String path, int status, String kind, String body) {
        String media = kind.replaceFirst(";.*", "").strip();
        Optional<String> operation = operation(method, path);
        if (operation.isEmpty()) {
            return status < 400 ? List.of("not in the document") : answered(PROBLEM, media, body);
        }
        JsonNode answers = document.at(operation.get() + "/responses");
        String said = answers.has("" + status) ? "" + status : status >= 400 ? "default" : "";
        if (said.isEmpty()) {
            return List.of("answered " + status);
        }
        String reference = answers.path(said).path("$ref").asText();
        return answered(reference.isEmpty() ? operation.get() + "/responses/" + said : reference.substring(1), media, body);
    }

    private List<String> answered(String answer, String media, String body) {
        JsonNode content = document.at(answer).path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("has a body");
        }
        Optional<String> known = Stream.of(media).flatMap(wanted -> names(content).filter(kind -> kind.replaceFirst(";.*", "").strip().equals(wanted))).findFirst();
        if (known.isEmpty()) {
            return List.of("is " + media);
        }
        if (!media.endsWith("json")) {
            return List.of();
        }
        Schema schema = registry.getSchema(SchemaLocation.of(PLACE + "#" + answer + "/content/" + escaped(known.get()) + "/schema"));
        return tree(body).map(tree -> schema.validate(tree).stream().map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList())
                .orElse(List.of("is no JSON"));
    }

    /** Of several that match, the one that says it most exactly: {@code /scripts/schema} rather than {@code /scripts/{id}}. */
    private Optional<String> operation(String method, String path) {
        return names(document.get("paths")).filter(template -> document.get("paths").get(template).has(method.toLowerCase()))
                .filter(template -> Pattern.matches(Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"), path))
                .min(Comparator.comparing(template -> template.chars().filter(c -> c == '{').count()))
                .map(template -> "/paths/" + escaped(template) + "/" + method.toLowerCase());
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
