package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.wording.Tongue;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftStepsTest {

    @Test
    void whatever_somebody_typed_stays() {
        String typed = "{\"first\":\"nowhere\",\"steps\":[{\"kind\":\"ask\",\"id\":\"\",\"tries\":\"many\",\"next\":\"gone\"}]}";
        assertEquals(typed, DraftSteps.read(typed).json());
    }

    @Test
    void what_is_not_even_the_outline_of_a_script_is_refused_with_the_place() {
        assertEquals("a script is a JSON object with first, tongue and steps", refusal("[]"));
        assertEquals("a script is a JSON object with first, tongue and steps", refusal(" "));
        assertEquals("steps: must be a list of steps", refusal("{}"));
        assertEquals("steps[1]: must be an object with kind and id", refusal("{\"steps\":[{},7]}"));
        assertTrue(refusal("{\"steps\":\n  [}").startsWith("line 2, column "), refusal("{\"steps\":\n  [}"));
    }

    @Test
    void an_exported_file_may_name_its_schema() {
        assertEquals("{\"steps\":[]}", DraftSteps.read("{\"$schema\":\"https://example.com/s.json\",\"steps\":[]}").json());
    }

    @Test
    void a_script_without_a_language_speaks_english() {
        assertEquals(Tongue.ENGLISH, DraftSteps.empty().tongue());
        assertEquals(new Tongue("es-ES", "Polly.Lucia"), DraftSteps.read("{\"tongue\":{\"language\":\"es-ES\",\"voice\":\"Polly.Lucia\"},\"steps\":[]}").tongue());
    }

    @Test
    void a_finished_script_is_the_same_before_and_after_it_was_a_draft() {
        String script = "{\"first\":\"a\",\"steps\":[{\"kind\":\"greet\",\"id\":\"a\",\"says\":[{\"text\":\"Hi\"}]}]}";
        assertEquals(StepsJson.read(script), DraftSteps.of(DraftSteps.read(script).finished()).finished());
    }

    @Test
    void where_a_thing_is_used_is_answered_step_by_step() {
        DraftSteps script = DraftSteps.read("""
                {"steps":[{"kind":"greet","id":"a","says":[{"text":"main"},{"greeting":"jingle"}]},{"kind":"menu","id":"b","sorry":[{"greeting":"jingle"}]},
                 {"kind":"ring","id":"c","destinations":["tom"]},{"kind":"take-message","id":"d","mailbox":"main"},{"kind":"by-time","id":"e","calendar":"office"}]}""");
        assertEquals(Map.of("jingle", Set.of("a", "b")), WhereUsed.naming(script, Known.Thing.GREETING));
        assertEquals(Map.of("tom", Set.of("c")), WhereUsed.naming(script, Known.Thing.DESTINATION));
        assertEquals(Map.of("main", Set.of("d")), WhereUsed.naming(script, Known.Thing.MAILBOX));
        assertEquals(Map.of("office", Set.of("e")), WhereUsed.naming(script, Known.Thing.CALENDAR));
    }

    private static String refusal(String json) {
        return assertThrows(IllegalArgumentException.class, () -> DraftSteps.read(json)).getMessage();
    }
}
