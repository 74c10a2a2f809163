package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Step;
import callward.flow.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kind of step is one file in the engine, and three more of its name: its test, its page in the editor, its page in the documentation. */
class StepPagesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Step.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_step_kind_has_a_page_that_names_its_fields_and_whose_example_can_be_read(Class<?> kind) throws IOException {
        String page = Files.readString(Path.of("docs/steps", StepsJson.kindOf(kind) + ".md"));
        Arrays.stream(kind.getRecordComponents())
                .forEach(field -> assertTrue(page.contains("| `" + field.getName() + "` |"), field.getName() + " is not described"));
        Matcher example = EXAMPLE.matcher(page);
        assertTrue(example.find());
        Step step = StepsJson.read(example.group(1), Step.class);
        assertEquals(kind, step.getClass());
        Steps steps = new Steps(step.id(), List.of(step), null);
        assertEquals(steps, StepsJson.read(StepsJson.write(steps)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_step_kind_has_its_own_file_and_its_own_test(Class<?> kind) {
        assertTrue(Files.exists(Path.of("src/main/java/callward/flow", kind.getSimpleName() + ".java")));
        assertTrue(Files.exists(Path.of("src/test/java/callward/flow", kind.getSimpleName() + "Test.java")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_step_kind_can_be_edited_with_every_field_it_has(Class<?> kind) throws IOException {
        String name = StepsJson.kindOf(kind);
        String page = Files.readString(Path.of("src/main/webapp/WEB-INF/templates/steps", name + ".xhtml"));
        assertTrue(page.contains("<template data-kind=\"" + name + "\">"));
        StepField.of(kind).forEach(field -> assertTrue(page.contains("field=\"" + field.name() + "\"") || page.contains("data-path=\"" + field.name() + "\""),
                field.name() + " cannot be edited"));
        assertTrue(Files.readString(Path.of("src/main/webapp/scripts/editor.xhtml")).contains("/WEB-INF/templates/steps/" + name + ".xhtml"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_step_kind_has_a_sentence_and_every_field_a_name(Class<?> kind) {
        assertTrue(!ScriptWords.text(Locale.ENGLISH, "kind." + StepIcon.key(kind)).isBlank());
        assertTrue(!ScriptWords.text(Locale.ENGLISH, "editor.js.id." + StepsJson.kindOf(kind)).isBlank());
        StepField.of(kind).forEach(field -> assertTrue(!ScriptWords.text(Locale.ENGLISH, "field." + field.name()).isBlank()));
        assertTrue(StepIcon.of(kind).startsWith("pi-"));
    }
}
