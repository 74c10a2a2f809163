package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.house.Covers;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallFlowTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final String CALLER = "+15553334444";

    @Test
    @Covers("S0.11")
    void first_of_all_it_asks_who_calls() {
        Turn turn = CallFlow.next(Scripts.example(), Progress.START, new CallEvent.Arrived(NOW, Facts.of("caller.number", CALLER)));
        assertEquals(new Turn.Next.FindOut(new Question.WhoCalls(PhoneNumber.of(CALLER))), turn.next());
    }

    @Test
    @Covers("S0.11")
    void of_a_caller_only_the_customer_is_learned() {
        Progress asking = CallFlow.next(Scripts.example(), Progress.START,
                new CallEvent.Arrived(NOW, Facts.of("caller.number", CALLER))).progress();
        Facts learned = Facts.of("customer.name", "John").with("caller.number", "+15550000000").with("line.name", "Evil");
        Facts facts = CallFlow.next(Scripts.example(), asking, new CallEvent.Learned(NOW, new Answer.Known(learned))).progress().facts();
        assertEquals(Facts.of("caller.number", CALLER).with("customer.name", "John"), facts);
    }

    @Test
    void what_was_said_before_a_question_is_heard_in_the_same_reply() {
        Steps steps = Scripts.of(new Greet("hi", says("Hello."), "when"), new ByTime("when", "office", "end", null), end("end"));
        Turn asking = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(NOW, Facts.NONE));
        assertEquals(List.of(), asking.verbs());
        assertEquals(1, asking.progress().said().size());
        Conversation.with(steps).calls("anonymous").hears("Hello. This is end.");
    }

    @Test
    void nothing_is_kept_while_the_caller_is_awaited() {
        Progress awaiting = Conversation.with(Scripts.example()).calls(CALLER).progress();
        assertEquals(List.of(), awaiting.said());
        assertEquals(null, awaiting.asked());
        assertEquals(0, awaiting.hops());
    }

    @Test
    void a_step_that_does_not_exist_is_a_spoken_end() {
        Conversation.with(Scripts.of(new Greet("hi", says("Hello."), "nowhere"))).calls(CALLER)
                .hears("Hello.", "something went wrong").isHungUpOn().endsAs(Outcome.FAILED);
    }

    @Test
    void a_circle_is_left_with_a_spoken_end() {
        Conversation.with(Scripts.of(new Greet("a", says("A."), "b"), new SendText("b", "Text", "a"))).calls(CALLER)
                .hears("something went wrong").doesNotHear("A.").isHungUpOn().texts().endsAs(Outcome.FAILED);
    }

    @Test
    void a_circle_of_questions_is_left_with_a_spoken_end() {
        Conversation.with(Scripts.of(new ByTime("a", "office", "a", "a"))).calls(CALLER)
                .hears("something went wrong").isHungUpOn().endsAs(Outcome.FAILED);
    }

    @Test
    void a_caller_who_plays_with_us_for_ever_is_hung_up_on() {
        Conversation call = Conversation.with(Scripts.of(
                new Menu("menu", says("Again?"), List.of(new Menu.Choice("1", null, "menu")), false, 0, 0, null, null))).calls(CALLER);
        for (int turn = 1; turn < CallFlow.MOST_TURNS; turn++) {
            call.presses("1").hears("Again?").isNotOver();
        }
        call.presses("1").isHungUpOn().endsAs(Outcome.FAILED);
    }

    @Test
    void a_caller_who_hangs_up_before_anybody_was_rung_has_abandoned_the_call() {
        Conversation.with(Scripts.example()).calls(CALLER).hangsUp().hearsNothing().tells(new Happening.Ended(Outcome.ABANDONED));
    }

    @Test
    void a_caller_who_hangs_up_twice_is_told_of_once() {
        Conversation call = Conversation.with(Scripts.example()).calls(CALLER).hangsUp();
        Progress over = call.progress();
        call.hangsUp().tells().hearsNothing().endsAs(Outcome.ABANDONED);
        assertEquals(over, call.progress());
    }

    @Test
    void a_call_that_is_over_stays_over() {
        Conversation call = Conversation.with(Scripts.example()).calls(CALLER).hangsUp();
        Progress over = call.progress();
        call.presses("1").isSilent().speaks("ticket").comesBack().timeIsUp().calls(CALLER).tells().hearsNothing();
        assertEquals(over, call.progress());
    }

    @Test
    void a_caller_who_arrives_twice_is_asked_again() {
        Conversation call = Conversation.with(Scripts.example()).calls(CALLER).presses("1");
        call.calls(CALLER).hears("ticket number").isAsked();
        assertEquals(0, call.progress().tries());
    }

    @Test
    void an_answer_nobody_asked_for_changes_nothing_of_what_is_known() {
        Conversation call = Conversation.with(Scripts.example()).calls(CALLER).presses("1");
        Facts before = call.progress().facts();
        call.happens(new CallEvent.Learned(NOW, new Answer.Known(Facts.of("ticket.number", "666")))).isAsked();
        assertEquals(before, call.progress().facts());
    }

    @Test
    void an_answer_of_the_wrong_kind_is_an_unknown_one() {
        Progress asking = new Progress("people", Facts.NONE, 0, null, null, null, false, null, 1, 1, null,
                new Question.WhereIs(List.of("tom")), null);
        Turn turn = CallFlow.next(Scripts.example(), asking, new CallEvent.Learned(NOW, new Answer.Open(true)));
        assertEquals("message", turn.progress().step());
    }

    @Test
    void a_progress_torn_from_its_script_is_a_spoken_end() {
        Progress torn = new Progress("gone", Facts.NONE, 0, null, null, null, false, null, 1, 0, null, null, null);
        Turn turn = CallFlow.next(Scripts.example(), torn, new CallEvent.Entered(NOW, "1"));
        assertEquals(new Turn.Next.Over(), turn.next());
        assertTrue(turn.news().contains(new Happening.Ended(Outcome.FAILED)));
    }

    @Test
    void the_same_event_makes_the_same_turn() {
        Progress progress = Conversation.with(Scripts.example()).calls(CALLER).progress();
        CallEvent event = new CallEvent.Entered(NOW, "2");
        assertEquals(CallFlow.next(Scripts.example(), progress, event), CallFlow.next(Scripts.example(), progress, event));
    }
}
