package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Step;
import callward.script.Leads.Lead;
import callward.script.ScriptDrawing.DrawnStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptDrawingTest {

    @Test
    void steps_stand_in_the_order_in_which_a_call_meets_them() {
        ScriptDrawing drawing = drawing("""
                {"first": "c", "steps": [{"kind": "hang-up", "id": "a"}, {"kind": "greet", "id": "b", "next": "a"}, {"kind": "greet", "id": "c", "next": "b"}]}""");
        assertEquals(List.of("c", "b", "a"), drawing.steps().stream().map(DrawnStep::id).toList());
        assertEquals(List.of(1, 2, 3), drawing.steps().stream().map(DrawnStep::number).toList());
        assertEquals(List.of(2, 1, 0), drawing.steps().stream().map(DrawnStep::place).toList());
    }

    @Test
    void a_step_that_no_call_comes_to_stands_last_and_says_so() {
        ScriptDrawing drawing = drawing("""
                {"first": "a", "steps": [{"kind": "greet", "id": "lost", "next": "a"}, {"kind": "hang-up", "id": "a"}]}""");
        assertTrue(drawing.steps().get(0).reached());
        assertEquals("lost", drawing.steps().get(1).id());
        assertFalse(drawing.steps().get(1).reached());
    }

    @Test
    void a_way_to_a_step_that_is_not_there_is_kept_and_marked() {
        DrawnStep node = drawing("""
                {"first": "a", "steps": [{"kind": "ring", "id": "a", "destinations": ["tom", "ann"], "unanswered": "gone"}]}""").steps().getFirst();
        assertEquals(List.of(new Lead("unanswered", null, "", "gone", false)), node.leads());
        assertEquals("tom, ann", node.words());
    }

    @Test
    void an_unfinished_draft_is_drawn_as_far_as_it_goes() {
        ScriptDrawing drawing = drawing("""
                {"steps": [{"kind": "menu", "id": "m", "choices": [{"key": "1"}, {}], "otherwise": " "}, {"id": "m"}, {}, {"kind": "greet", "id": 7, "says": "?"}]}""");
        assertEquals(4, drawing.steps().size());
        assertEquals(List.of(new Lead("pressed", "1", "", null, false), new Lead("pressed", "", "", null, false), new Lead("noChoice", null, "", null, false)),
                drawing.steps().get(0).leads());
        assertTrue(drawing.steps().stream().noneMatch(DrawnStep::reached));
    }

    @Test
    void each_kind_says_where_it_leads() {
        Map<String, List<String>> expected = Map.of(
                "{\"kind\": \"ask\", \"check\": \"TICKET\", \"next\": \"x\"}", List.of("ticketFound", "noTicket"),
                "{\"kind\": \"ask\"}", List.of("given", "noneGiven"),
                "{\"kind\": \"by-time\"}", List.of("open", "closed"),
                "{\"kind\": \"send-text\"}", List.of("then"),
                "{\"kind\": \"hand-over\"}", List.of("back"),
                "{\"kind\": \"take-message\"}", List.of(),
                "{\"kind\": \"reject\"}", List.of());
        expected.forEach((step, keys) -> assertEquals(keys,
                drawing("{\"steps\": [" + step + "]}").steps().getFirst().leads().stream().map(Lead::key).toList(), step));
    }

    @Test
    void problems_are_counted_where_they_are() {
        DraftSteps draft = DraftSteps.read("""
                {"first": "a", "steps": [{"kind": "hang-up", "id": "a"}, {"kind": "greet", "id": "b", "next": "nowhere"}]}""");
        ScriptDrawing drawing = ScriptDrawing.of(draft.document(), ScriptCheck.of(draft, Map.of()));
        assertEquals(0, drawing.steps().get(0).errors());
        assertTrue(drawing.steps().get(1).errors() > 0);
        assertTrue(drawing.steps().get(1).warnings() > 0);
    }

    @Test
    void every_kind_of_step_has_an_icon_of_its_own() {
        List<String> icons = Arrays.<Class<?>>stream(Step.class.getPermittedSubclasses()).map(StepIcon::of).toList();
        assertEquals(icons.size(), icons.stream().distinct().count());
        assertFalse(icons.contains(StepIcon.UNKNOWN));
    }

    private static ScriptDrawing drawing(String json) {
        return ScriptDrawing.of(DraftSteps.read(json).document(), List.of());
    }
}
