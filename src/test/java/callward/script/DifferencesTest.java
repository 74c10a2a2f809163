package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.script.Differences.Change;
import callward.script.Differences.Field;
import callward.script.Differences.StepChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final String BEFORE = """
            {"first":"menu","tongue":{"language":"en-US"},"steps":[
             {"kind":"menu","id":"menu","says":[{"text":"Press 1."}],"choices":[{"key":"1","words":["sales"],"next":"ring"}],"seconds":5},
             {"kind":"ring","id":"ring","destinations":["tom"],"unanswered":"bye"},
             {"kind":"hang-up","id":"bye","says":[{"greeting":"jingle"}]}]}""";

    @Test
    void a_script_does_not_differ_from_itself_even_where_it_spells_out_what_is_usual() {
        assertTrue(between(BEFORE, BEFORE.replace("\"seconds\":5", "\"seconds\":0,\"tries\":3,\"otherwise\":\"\"")).isNone());
    }

    @Test
    void a_changed_field_is_told_as_people_read_it() {
        String after = BEFORE.replace("Press 1.", "Press one.").replace("[\"tom\"]", "[\"tom\",\"ann\"]").replace("\"next\":\"ring\"", "\"next\":null");
        assertEquals(List.of(
                new StepChange("menu", "menu", Change.CHANGED, List.of(new Field("says", "“Press 1.”", "“Press one.”"),
                        new Field("choices", "1 (sales) → ring", "1 (sales) → ■"))),
                new StepChange("ring", "ring", Change.CHANGED, List.of(new Field("destinations", "tom", "tom, ann")))),
                between(BEFORE, after).steps());
    }

    @Test
    void steps_that_are_new_or_gone_are_told_with_all_they_say() {
        String after = BEFORE.replace("\"id\":\"bye\"", "\"id\":\"end\"");
        assertEquals(List.of(
                new StepChange("end", "hang-up", Change.ADDED, List.of(new Field("says", null, "♪ jingle"))),
                new StepChange("bye", "hang-up", Change.REMOVED, List.of(new Field("says", "♪ jingle", null)))),
                between(BEFORE, after).steps());
    }

    @Test
    void settings_of_the_script_are_told_apart_from_its_steps() {
        String after = BEFORE.replace("\"first\":\"menu\"", "\"first\":\"ring\"").replace("\"en-US\"", "\"es-ES\",\"voice\":\"Polly.Lucia\"");
        assertEquals(List.of(new Field("first", "menu", "ring"), new Field("language", "en-US", "es-ES"), new Field("voice", null, "Polly.Lucia")),
                between(BEFORE, after).settings());
    }

    @Test
    void another_order_in_the_list_is_no_change_of_a_step() {
        Differences moved = between("{\"steps\":[{\"kind\":\"hang-up\",\"id\":\"a\"},{\"kind\":\"hang-up\",\"id\":\"b\"}]}",
                "{\"steps\":[{\"kind\":\"hang-up\",\"id\":\"b\"},{\"kind\":\"hang-up\",\"id\":\"a\"}]}");
        assertTrue(moved.moved());
        assertEquals(List.of(), moved.steps());
    }

    @Test
    void unfinished_steps_are_compared_as_they_stand() {
        Differences differences = between("{\"steps\":[{\"kind\":\"send-text\",\"id\":\"\"}]}", "{\"steps\":[{\"kind\":\"send-text\",\"id\":\"\",\"text\":\"x\"}]}");
        assertEquals(List.of(new StepChange("#1", "send-text", Change.CHANGED, List.of(new Field("text", null, "x")))), differences.steps());
    }

    private static Differences between(String before, String after) {
        return Differences.between(DraftSteps.read(before), DraftSteps.read(after));
    }
}
