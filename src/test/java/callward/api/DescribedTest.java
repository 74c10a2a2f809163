package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of our whole API: it is OpenAPI, and nothing in it is without words. */
class DescribedTest {

    private static final JsonNode DOCUMENT = new OpenApi(Javadoc.ours()).document(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("callward").stream().filter(type -> type.isAnnotatedWith(ApiResource.class)).<Class<?>>map(JavaClass::reflect).toList(), "/api/v1");

    private final TreeSet<String> faults = new TreeSet<>();

    /** As the OpenAPI Initiative's own schema of 3.1 has it; schemas inside are JSON Schema 2020-12. */
    @Test
    void it_is_openapi() throws IOException {
        String official = Files.readString(Path.of("src/test/resources/openapi/schema-3.1.json"));
        assertValid(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(official), DOCUMENT, "");
        Schema ofSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        DOCUMENT.findValues("schema").forEach(schema -> assertValid(ofSchemas, schema, schema.toString()));
        DOCUMENT.at("/components/schemas").properties().forEach(schema -> assertValid(ofSchemas, schema.getValue(), schema.getKey()));
        assertNone();
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() {
        DOCUMENT.findValuesAsText("$ref").stream().filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode()).forEach(faults::add);
        List<String> names = DOCUMENT.findValuesAsText("operationId");
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).forEach(faults::add);
        assertFalse(names.isEmpty());
        assertNone();
    }

    @Test
    void parts_say_what_they_are() {
        DOCUMENT.get("tags").forEach(tag -> {
            if (tag.path("description").asText().isBlank()) {
                faults.add(tag.path("name").asText());
            }
        });
        assertNone();
    }

    @Test
    void every_operation_says_in_one_short_sentence_what_it_does() {
        DOCUMENT.get("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            String summary = verb.getValue().path("summary").asText();
            if (!summary.matches("[A-Z][a-z]+ .{3,80}")) {
                faults.add(verb.getValue().path("operationId").asText() + " " + summary);
            }
        }));
        assertNone();
    }

    @Test
    void every_parameter_says_what_it_is() {
        DOCUMENT.get("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> verb.getValue().path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank()) {
                faults.add(verb.getValue().path("operationId").asText() + " " + parameter.path("name").asText());
            }
        })));
        assertNone();
    }

    @Test
    void every_property_says_what_it_is() {
        DOCUMENT.at("/components/schemas").properties().forEach(type -> {
            type.getValue().path("properties").properties().forEach(property -> {
                if (property.getValue().path("description").asText().isBlank()) {
                    faults.add(type.getKey() + "." + property.getKey());
                }
            });
        });
        assertNone();
    }

    private void assertValid(Schema schema, JsonNode document, String of) {
        schema.validate(document).forEach(error -> faults.add(of + error));
    }

    private void assertNone() {
        assertEquals("", String.join("\n", faults));
    }
}
