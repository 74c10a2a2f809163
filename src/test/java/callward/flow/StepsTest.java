package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.house.Covers;
import callward.wording.Tongue;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void two_steps_of_one_name_are_refused() {
        assertEquals("steps: two steps are called \"a\"",
                assertThrows(IllegalArgumentException.class, () -> Scripts.of(end("a"), end("a"))).getMessage());
    }

    @Test
    void a_first_step_that_does_not_exist_is_refused() {
        assertEquals("first: there is no step \"b\"",
                assertThrows(IllegalArgumentException.class, () -> new Steps("b", List.of(end("a")), null)).getMessage());
    }

    @Test
    void a_step_needs_a_name() {
        assertThrows(IllegalArgumentException.class, () -> end(" "));
    }

    @Test
    void without_a_tongue_it_speaks_english() {
        assertEquals(Tongue.ENGLISH, Scripts.of(end("a")).tongue());
    }

    @Test
    @Covers("S0.23")
    void every_step_says_where_it_leads() {
        assertEquals(List.of("which-ticket", "hello", "people"), Scripts.example().get("menu").orElseThrow().leadsTo());
        assertEquals(List.of("greet-ticket", "people"), Scripts.example().get("which-ticket").orElseThrow().leadsTo());
        assertEquals(List.of("message"), Scripts.example().get("people").orElseThrow().leadsTo());
        assertEquals(List.of(), Scripts.example().get("message").orElseThrow().leadsTo());
        assertEquals(List.of(), new Greet("g", null, null).leadsTo());
        assertEquals(List.of("x", "y"), new ByTime("t", "c", "x", "y").leadsTo());
    }

    @Test
    void what_leads_nowhere_is_listed() {
        assertEquals(List.of("b"), Scripts.of(new ByTime("a", "c", "a", "b"), new Greet("d", null, "b")).unresolved());
        assertEquals(List.of(), Scripts.example().unresolved());
    }

    @Test
    void every_step_says_what_is_heard_in_it() {
        Step step = new TakeMessage("t", List.of(new Utterance.Sound("please"), new Utterance.Words("Speak.")), "m", 0, 0, null, false,
                List.of(new Utterance.Sound("thanks"), new Utterance.Sound("please")));
        assertEquals(4, step.utterances().size());
        assertEquals(List.of("please", "thanks"), step.greetings());
        assertEquals(says("Choose.", "Pardon?"), new Menu("m", says("Choose."), null, false, 0, 0, says("Pardon?"), null).utterances());
    }
}
