package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepsSchemaTest {

    private static final Path PUBLISHED = Path.of("docs/script.schema.json");

    @Test
    void the_schema_in_the_documentation_is_that_of_the_code() throws IOException {
        String made = StepsSchema.document().toPrettyString() + "\n";
        Path fresh = Files.writeString(Path.of("target/script.schema.json"), made);
        assertEquals(made, Files.readString(PUBLISHED), "copy " + fresh + " to " + PUBLISHED);
    }

    @Test
    void it_knows_every_kind_and_every_field_of_each() {
        JsonNode kinds = StepsSchema.document().get("$defs");
        for (Class<?> kind : Step.class.getPermittedSubclasses()) {
            Set<String> fields = new TreeSet<>(Set.of("kind"));
            Arrays.stream(kind.getRecordComponents()).forEach(part -> fields.add(part.getName()));
            Set<String> described = new TreeSet<>();
            kinds.get(StepsJson.kindOf(kind)).get("properties").fieldNames().forEachRemaining(described::add);
            assertEquals(fields, described);
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode schema = StepsSchema.document();
        schema.findValuesAsText("$ref").forEach(reference -> assertTrue(schema.at(reference.substring(1)).isObject(), reference));
    }
}
