package callward.script;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.flow.Ask;
import callward.flow.Step;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of fields is what the engine does. */
class StepFieldTest {

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Step.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_field_of_every_kind_is_described_by_its_type(Class<?> kind) {
        List<String> described = StepField.of(kind).stream().map(field -> field.name() + ":" + type(field.shape()).getSimpleName()).sorted().toList();
        List<String> real = Arrays.stream(kind.getRecordComponents()).filter(part -> !part.getName().equals("id"))
                .map(part -> part.getName() + ":" + part.getType().getSimpleName()).sorted().toList();
        assertEquals(real, described);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_engine_refuses_exactly_the_numbers_and_keys_that_are_said_to_be_wrong(Class<?> kind) {
        for (StepField field : StepField.of(kind)) {
            if (field.shape() == StepField.Shape.NUMBER) {
                takes(kind, field.name(), field.least());
                takes(kind, field.name(), field.most());
                takes(kind, field.name(), 0);
                refuses(kind, field.name(), field.least() - 1 == 0 ? -1 : field.least() - 1);
                refuses(kind, field.name(), field.most() + 1);
            } else if (field.shape() == StepField.Shape.KEYS) {
                takes(kind, field.name(), "#".repeat(field.most()));
                takes(kind, field.name(), "");
                refuses(kind, field.name(), "#".repeat(field.most() + 1));
                refuses(kind, field.name(), "x");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_engine_refuses_a_step_without_what_is_said_to_be_needed(Class<?> kind) {
        for (StepField field : StepField.of(kind)) {
            ObjectNode step = whole(kind);
            step.remove(field.name());
            if (field.required()) {
                assertThrows(IllegalArgumentException.class, () -> StepsJson.read(step.toString(), Step.class), field.name());
            } else {
                assertDoesNotThrow(() -> StepsJson.read(step.toString(), Step.class), field.name());
            }
        }
    }

    private static void takes(Class<?> kind, String field, Object value) {
        assertDoesNotThrow(() -> read(kind, field, value), () -> kind.getSimpleName() + "." + field + " = " + value);
    }

    private static void refuses(Class<?> kind, String field, Object value) {
        assertThrows(IllegalArgumentException.class, () -> read(kind, field, value), () -> kind.getSimpleName() + "." + field + " = " + value);
    }

    private static Step read(Class<?> kind, String field, Object value) {
        ObjectNode step = whole(kind);
        step.putPOJO(field, value);
        return StepsJson.read(step.toString(), Step.class);
    }

    /** A step of that kind with nothing but what it needs. */
    static ObjectNode whole(Class<?> kind) {
        ObjectNode step = JsonNodeFactory.instance.objectNode().put("kind", StepsJson.kindOf(kind)).put("id", "a");
        for (StepField field : StepField.of(kind)) {
            if (field.required()) {
                step.put(field.name(), field.shape() == StepField.Shape.URL ? "https://example.com/flow" : "main");
            }
        }
        return step;
    }

    private static Class<?> type(StepField.Shape shape) {
        return switch (shape) {
            case SAYS, CHOICES, DESTINATIONS -> List.class;
            case NUMBER -> int.class;
            case FLAG -> boolean.class;
            case URL -> URI.class;
            case LOOK_UP -> Ask.Check.class;
            case TARGET, DETOUR, TEXT, KEYS, MAILBOX, CALENDAR, GROUP, FACT -> String.class;
        };
    }
}
