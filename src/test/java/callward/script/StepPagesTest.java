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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a step shows what works. */
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
}
