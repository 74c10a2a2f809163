package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.flow.Happening.Outcome;
import callward.flow.Menu.Choice;
import callward.house.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

class MenuTest {

    private static final List<Choice> CHOICES = List.of(
            new Choice("1", List.of("order"), "orders"), new Choice("2", List.of("new order", "años"), "new"),
            new Choice("0", List.of(), null));

    private static Conversation call(List<Choice> choices, boolean speech, int tries, List<Utterance> sorry) {
        return Conversation.with(Scripts.of(new Menu("menu", says("Choose."), choices, speech, 7, tries, sorry, "person"),
                end("orders"), end("new"), end("person"))).calls("anonymous");
    }

    private static Conversation call() {
        return call(CHOICES, true, 2, List.of());
    }

    @Test
    void a_key_chooses() {
        call().hears("Choose.").presses("2").hears("This is new.").isHungUpOn();
    }

    @Test
    void spoken_words_choose_whatever_is_around_them() {
        call().speaks("Well, my ORDER, please!").hears("This is orders.");
    }

    @Test
    void the_longest_words_win() {
        call().speaks("a new order").hears("This is new.");
    }

    @Test
    void accents_do_not_matter_but_whole_words_do() {
        call().speaks("anos").hears("This is new.");
        call().speaks("reorder").hears("Sorry, I did not get that.");
    }

    @Test
    void a_key_may_be_spoken() {
        call().speaks("number 2").hears("This is new.");
    }

    @Test
    void a_choice_that_leads_nowhere_ends_politely() {
        call().presses("0").hears("Thank you for calling. Goodbye.").isHungUpOn().endsAs(Outcome.MISSED);
    }

    @Test
    @Covers("S0.12")
    void it_asks_as_often_as_it_is_told() {
        call(CHOICES, false, 1, List.of()).isSilent().hears("This is person.");
        call(CHOICES, false, 3, List.of()).isSilent().isAsked().isSilent().isAsked().isSilent().hears("This is person.");
    }

    @Test
    @Covers("S0.12")
    void its_author_may_choose_the_words_of_regret() {
        call(CHOICES, false, 3, says("Pardon?")).presses("7").hears("Pardon? Choose.").doesNotHear("Sorry");
    }

    @Test
    void when_time_is_up_it_goes_on_to_the_person() {
        call().timeIsUp().hears("This is person.");
    }

    @Test
    void an_event_that_does_not_fit_is_answered_with_the_question() {
        Conversation call = call();
        call.comesBack().hears("Choose.").isAsked().doesNotHear("Sorry");
        assertEquals(0, call.progress().tries());
    }

    @Test
    void it_awaits_as_many_keys_as_the_longest_choice_has() {
        assertEquals(new Verb.Gather(call().last(Verb.Gather.class).prompts(), true, 1, "", 7, List.of("order", "new order", "años"),
                callward.wording.Tongue.ENGLISH), call().last(Verb.Gather.class));
        Verb.Gather longer = call(List.of(new Choice("1", null, null), new Choice("12", null, null)), false, 1, List.of())
                .last(Verb.Gather.class);
        assertEquals(2, longer.maxDigits());
        assertEquals("#", longer.finishKey());
        assertEquals(List.of(), longer.hints());
    }

    @Test
    void a_hash_that_is_a_choice_does_not_end_the_keys() {
        assertEquals("", call(List.of(new Choice("#", null, null), new Choice("12", null, null)), false, 1, List.of())
                .last(Verb.Gather.class).finishKey());
    }

    @Test
    void nonsense_is_refused_with_the_field_s_name() {
        assertEquals("seconds of step \"m\" must be 1 to 60, not 61", assertThrows(IllegalArgumentException.class,
                () -> new Menu("m", null, null, false, 61, 0, null, null)).getMessage());
        assertEquals("key of a choice must be 1 to 8 of 0-9 * #, not \"a\"",
                assertThrows(IllegalArgumentException.class, () -> new Choice("a", null, null)).getMessage());
        assertEquals("choices of step \"m\" name one key twice", assertThrows(IllegalArgumentException.class, () -> new Menu("m", null,
                List.of(new Choice("1", null, "a"), new Choice("1", null, "b")), false, 0, 0, null, null)).getMessage());
    }

    @Test
    void what_is_left_out_is_filled_in() {
        Menu menu = new Menu("m", null, null, false, 0, 0, null, " ");
        assertEquals(new Menu("m", List.of(), List.of(), false, 5, 3, List.of(), null), menu);
    }
}
