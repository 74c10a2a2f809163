package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.HangUp;
import callward.flow.Menu;
import callward.flow.Ring;
import callward.flow.Steps;
import callward.flow.Utterance;
import callward.script.Leads.Lead;
import callward.script.StepText.Fact;
import callward.script.StepText.Said;
import callward.wording.Tongue;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTextTest {

    @Test
    void a_menu_tells_its_keys_its_words_and_where_each_leads() {
        StepText menu = StepText.all(steps()).get(0);

        assertEquals("menu", menu.kind());
        assertEquals(List.of(new Said(null, "Press 1.", null), new Said("sorry", null, "again")), menu.says());
        assertEquals(List.of(new Fact("seconds", "6"), new Fact("tries", "2")), menu.facts());
        assertEquals(List.of(new Lead("pressed", "1", "sales, buy", "ring", true), new Lead("noChoice", null, "", "nowhere", false)),
                menu.leads());
    }

    @Test
    void the_step_a_call_begins_with_stands_first() {
        assertEquals(List.of("menu", "bye", "ring"), StepText.all(steps()).stream().map(StepText::id).toList());
    }

    @Test
    void a_step_without_a_next_one_ends_the_call() {
        StepText ring = StepText.all(steps()).get(2);

        assertEquals(List.of(new Lead("unanswered", null, "", null, false)), ring.leads());
        assertEquals(new Fact("destinations", "tom, ann"), ring.facts().get(0));
    }

    private static Steps steps() {
        return new Steps("menu", List.of(
                new HangUp("bye", List.of(new Utterance.Words("Goodbye."))),
                new Menu("menu", List.of(new Utterance.Words("Press 1.")), List.of(new Menu.Choice("1", List.of("sales", "buy"), "ring")),
                        true, 6, 2, List.of(new Utterance.Sound("again")), "nowhere"),
                new Ring("ring", List.of(), List.of("tom", "ann"), 0, 60, null)), Tongue.ENGLISH);
    }
}
