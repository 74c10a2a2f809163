package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening.Outcome;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Calls of ours: the agent is on the line, and is asked before anybody else is rung. */
class BuiltInTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Facts CALL = Facts.of(BuiltIn.CALLED, "+15550101234").with(BuiltIn.AGENT, "Ann").with("line.number", "+15550100100")
            .with("customer.name", "John Doe").with("ticket.number", "1234");

    @Test
    void the_agent_hears_whom_he_is_about_to_call_and_what_about() {
        assertEquals("Call to John Doe. Ticket 1 2 3 4. Press any key to call, or star to leave it.", heard(begin(CALL)));
        assertEquals("Llamada a John Doe. Tique 1 2 3 4. Pulse cualquier tecla para llamar, o asterisco para dejarlo.", heard(begin(CALL.with(BuiltIn.LANGUAGE, "es"))));
    }

    @Test
    void somebody_who_is_no_customer_is_told_by_his_number() {
        String heard = heard(begin(CALL.without("customer.").without("ticket.")));
        assertTrue(heard.startsWith("Call to ") && heard.contains("1 2 3 4"), heard);
    }

    @Test
    void any_key_but_the_star_rings_whom_he_wants_and_shows_our_number() {
        for (String key : List.of("0", "1", "5", "9", "#")) {
            Verb.Dial dial = (Verb.Dial) rings(CALL, key).verbs().getLast();
            assertEquals("+15550101234", dial.targets().getFirst().destination().address());
            assertEquals("+15550100100", dial.callerId());
            assertEquals(45, dial.seconds());
        }
    }

    @Test
    void the_star_ends_it_and_nobody_is_rung() {
        Turn turn = next(CALL, begin(CALL), new CallEvent.Entered(NOW, "*"));
        assertEquals(List.of(new Verb.HangUp()), turn.verbs());
        assertEquals(Outcome.NOT_REACHED, turn.progress().outcome());
    }

    @Test
    void his_own_mailbox_presses_no_key_and_calls_nobody() {
        Turn again = next(CALL, begin(CALL), new CallEvent.Silent(NOW));
        Turn end = next(CALL, again, new CallEvent.Silent(NOW));
        assertEquals(List.of(new Verb.HangUp()), end.verbs());
        assertEquals(Outcome.NOT_REACHED, end.progress().outcome());
    }

    @Test
    void a_talk_is_the_agents() {
        Turn end = next(CALL, rings(CALL, "1"), new CallEvent.DialEnded(NOW, DialOutcome.ANSWERED, new LegId("CA2"), 9));
        assertEquals(Outcome.ANSWERED, end.progress().outcome());
        assertTrue(end.news().contains(new Happening.WasAnswered("Ann")), end.news().toString());
    }

    @Test
    void he_hears_that_nobody_answers() {
        for (DialOutcome outcome : List.of(DialOutcome.NO_ANSWER, DialOutcome.BUSY, DialOutcome.FAILED)) {
            Turn end = next(CALL, rings(CALL, "1"), new CallEvent.DialEnded(NOW, outcome, null, 0));
            assertEquals("Nobody answers. Goodbye.", heard(end));
            assertEquals(Outcome.NOT_REACHED, end.progress().outcome());
        }
    }

    @Test
    void who_hangs_up_meanwhile_has_reached_nobody() {
        assertEquals(Outcome.NOT_REACHED, next(CALL, rings(CALL, "1"), new CallEvent.CallerGone(NOW)).progress().outcome());
        Progress never = Progress.START.knowing(CALL);
        assertEquals(Outcome.NOT_REACHED, CallFlow.next(BuiltIn.steps(CALL).orElseThrow(), never, new CallEvent.CallerGone(NOW)).progress().outcome());
    }

    @Test
    void a_telephone_that_is_tried_works_once_its_key_is_heard() {
        Facts trial = Facts.of(BuiltIn.TRIED, "ann-desk");
        assertEquals("This is Callward. Your telephone works. Please press any key.", heard(begin(trial)));
        Turn heard = next(trial, begin(trial), new CallEvent.Entered(NOW, "7"));
        assertEquals(Outcome.ANSWERED, heard.progress().outcome());
        assertEquals(BuiltIn.HEARD, heard.progress().step());
        Turn silent = next(trial, next(trial, begin(trial), new CallEvent.Silent(NOW)), new CallEvent.Silent(NOW));
        assertEquals(Outcome.NOT_REACHED, silent.progress().outcome());
    }

    @Test
    void a_call_that_somebody_else_makes_has_an_author() {
        Facts facts = Facts.of("caller.number", "+15550101234");
        assertFalse(BuiltIn.isOurs(facts));
        assertTrue(BuiltIn.steps(facts).isEmpty());
        assertEquals(Outcome.MISSED, BuiltIn.outcome(facts, BuiltIn.HEARD, Outcome.MISSED));
    }

    @Test
    void whom_he_called_is_sent_on_and_it_was_a_talk_however_it_ends() {
        Turn parted = next(CALL, rings(CALL, "1"), new CallEvent.Parted(NOW));
        assertEquals(List.of(new Happening.WasAnswered("Ann")), parted.news());
        assertEquals(List.of(), parted.verbs());
        assertFalse(parted.progress().over(), "the carrier still tells how it ended");
        for (CallEvent end : List.of(new CallEvent.DialEnded(NOW, DialOutcome.ANSWERED, null, 9), new CallEvent.DialEnded(NOW, DialOutcome.NO_ANSWER, null, 0), new CallEvent.TimeIsUp(NOW))) {
            Turn over = next(CALL, parted, end);
            assertEquals(List.of(new Verb.HangUp()), over.verbs());
            assertEquals(List.of(new Happening.Ended(Outcome.ANSWERED)), over.news());
        }
        assertEquals(List.of(), next(CALL, parted, new CallEvent.Parted(NOW)).news(), "once");
    }

    @Test
    void whom_he_called_goes_on_like_one_who_has_called_us() {
        Facts facts = BuiltIn.withoutCaller(CALL, new CallId("CA2"));
        assertFalse(BuiltIn.isCalledByUs(facts));
        Progress begun = Progress.START.knowing(facts);
        CallEvent sent = new CallEvent.Transferred(NOW, new TransferTo.ToTelephones("Tom", List.of("tom")), new Talk(new LegId("CA1"), "Ann", "ann"), "Ann", null, "support");
        Turn asks = CallFlow.next(BuiltIn.steps(facts).orElseThrow(), begun, sent);
        Verb.Target tom = new Verb.Target("tom", "Tom", Destination.of("client:tom"), "Tom", 20);
        Turn rings = CallFlow.next(BuiltIn.steps(facts).orElseThrow(), asks.progress(), new CallEvent.Learned(NOW, new Answer.Targets(List.of(tom))));
        assertEquals("+15550100100", ((Verb.Dial) rings.verbs().getLast()).callerId());
        Turn talk = CallFlow.next(BuiltIn.steps(facts).orElseThrow(), rings.progress(), new CallEvent.DialEnded(NOW, DialOutcome.ANSWERED, new LegId("CA3"), 9));
        assertTrue(talk.news().contains(new Happening.WasAnswered("Tom")), talk.news().toString());
    }

    private static Turn begin(Facts facts) {
        return CallFlow.next(BuiltIn.steps(facts).orElseThrow(), Progress.START.knowing(facts), new CallEvent.Arrived(NOW, Facts.NONE));
    }

    private static Turn next(Facts facts, Turn before, CallEvent event) {
        return CallFlow.next(BuiltIn.steps(facts).orElseThrow(), before.progress(), event);
    }

    private static Turn rings(Facts facts, String key) {
        Turn asks = next(facts, begin(facts), new CallEvent.Entered(NOW, key));
        Question.WhereIs where = (Question.WhereIs) ((Turn.Next.FindOut) asks.next()).question();
        assertEquals(List.of("+15550101234"), where.destinations());
        Verb.Target john = new Verb.Target("+15550101234", "+1 555-010-1234", Destination.of("+15550101234"), "+1 555-010-1234", 20);
        return next(facts, asks, new CallEvent.Learned(NOW, new Answer.Targets(List.of(john))));
    }

    private static String heard(Turn turn) {
        return turn.verbs().stream().flatMap(verb -> verb instanceof Verb.Gather gather ? gather.prompts().stream() : java.util.stream.Stream.of(verb))
                .filter(Verb.Say.class::isInstance).map(verb -> ((Verb.Say) verb).text()).collect(Collectors.joining(" "));
    }
}
