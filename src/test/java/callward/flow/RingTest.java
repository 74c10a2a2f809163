package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.house.Covers;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingTest {

    private static Conversation script(List<String> keys, int each, int total, String unanswered) {
        return Conversation.with(Scripts.of(new Ring("ring", says("Connecting."), keys, each, total, unanswered), end("nobody")));
    }

    private static Conversation call(int each, int total) {
        return script(List.of("tom", "ann", "bo"), each, total, "nobody").calls("+15553334444");
    }

    @Test
    @Covers("S0.13")
    void each_is_rung_in_turn_and_then_the_caller_goes_on() {
        Conversation call = call(0, 0).hears("Connecting.").rings("tom").nobodyAnswers().hearsNothing().rings("ann").isBusy().rings("bo");
        call.nobodyAnswers().hears("This is nobody.").endsAs(Outcome.MISSED);
        assertEquals(List.of("tom", "ann", "bo"), call.news().stream().filter(Happening.NobodyAnswered.class::isInstance)
                .flatMap(told -> ((Happening.NobodyAnswered) told).targets().stream()).map(Verb.Target::key).toList());
    }

    @Test
    void each_rings_as_long_as_its_own_setting_or_the_step_says() {
        call(0, 0).ringsFor(20);
        call(11, 0).ringsFor(11).nobodyAnswers().ringsFor(11);
    }

    @Test
    void the_last_one_has_what_is_left_of_the_whole_time() {
        call(20, 50).ringsFor(20).nobodyAnswers().ringsFor(20).nobodyAnswers().rings("bo").ringsFor(10).nobodyAnswers()
                .hears("This is nobody.");
    }

    @Test
    void a_rest_too_short_to_ring_is_not_rung() {
        Conversation call = call(20, 44).nobodyAnswers().nobodyAnswers().hears("This is nobody.");
        assertEquals(List.of("tom", "ann"), call.news().stream().filter(Happening.NobodyAnswered.class::isInstance)
                .flatMap(told -> ((Happening.NobodyAnswered) told).targets().stream()).map(Verb.Target::key).toList());
    }

    @Test
    void one_who_is_busy_leaves_his_time_to_the_others() {
        call(20, 30).isBusy().isBusy().rings("bo").ringsFor(20);
    }

    @Test
    void after_the_talk_the_call_is_over() {
        call(0, 0).talks(30).tells(new Happening.WasAnswered("Tom"), new Happening.Ended(Outcome.ANSWERED)).isHungUpOn();
    }

    @Test
    void a_telephone_without_an_agent_is_named_by_its_label() {
        Verb.Target desk = new Verb.Target("desk", "Front desk", new callward.phone.BrowserPhone("desk"), null, 20);
        Steps steps = Scripts.of(new Ring("ring", null, List.of("desk"), 0, 0, null));
        Progress ringing = new Progress("ring", null, 0, List.of(desk), java.time.Instant.EPOCH, Outcome.MISSED, false, null, 1, 0,
                null, null, null);
        Turn turn = CallFlow.next(steps, ringing, new CallEvent.DialEnded(java.time.Instant.EPOCH, CallEvent.DialOutcome.ANSWERED,
                null, 5));
        assertEquals(new Happening.WasAnswered("Front desk"), turn.news().getFirst());
    }

    @Test
    void a_caller_is_never_rung_himself() {
        Conversation call = script(List.of("tom", "ann"), 0, 0, "nobody").calls("+15552000001").popsUpFor("ann").rings("ann");
        call.nobodyAnswers().hears("This is nobody.");
    }

    @Test
    @Covers("B04")
    void whoever_is_not_rung_is_told_with_the_reason() {
        script(List.of("tom", "ann", "stranger"), 0, 0, null).calls("+15552000001").enters("ring").passesOver("stranger NOT_THERE", "tom IS_CALLER");
        call(20, 44).passesOver().nobodyAnswers().passesOver().nobodyAnswers().passesOver("bo OUT_OF_TIME").enters("nobody");
        call(0, 0).nobodyAnswers().talks(30).passesOver("bo ANSWERED_BEFORE").enters();
        call(0, 0).hangsUp().passesOver("ann CALLER_GONE", "bo CALLER_GONE");
    }

    @Test
    @Covers("B04")
    void whoever_is_away_is_passed_over_with_his_reason_and_the_next_one_rings() {
        script(List.of("tom", "ann", "bo"), 0, 0, "nobody").isAway("tom", Remark.Why.OUT_OF_OFFICE).isAway("bo", Remark.Why.SWITCHED_OFF).calls("+15553334444")
                .passesOver("tom OUT_OF_OFFICE", "bo SWITCHED_OFF").popsUpFor("ann").rings("ann").nobodyAnswers().hears("This is nobody.");
    }

    @Test
    void with_everybody_away_the_caller_goes_on_at_once() {
        script(List.of("tom"), 0, 0, "nobody").isAway("tom", Remark.Why.OUT_OF_OFFICE).calls("+15553334444").hears("This is nobody.");
    }

    @Test
    @Covers("S3.03")
    void a_sip_endpoint_rings_first_and_then_a_mobile_that_shows_who_calls() {
        Conversation call = script(List.of("ann-sip", "ann-mobile"), 0, 0, "nobody")
                .telephone("ann-sip", "sip:ann@pbx.example.com").telephone("ann-mobile", "+15552000077").calls("+15553334444");
        call.rings("ann-sip");
        Verb.Dial sip = call.last(Verb.Dial.class);
        assertEquals("sip:ann@pbx.example.com", sip.targets().getFirst().destination().address());
        assertNull(sip.callerId(), "the caller's own number is shown");
        call.nobodyAnswers().rings("ann-mobile");
        assertEquals("+15552000077", call.last(Verb.Dial.class).targets().getFirst().destination().address());
        assertNull(call.last(Verb.Dial.class).callerId(), "the caller's own number is shown");
        call.talks(10).endsAs(Outcome.ANSWERED);
    }

    @Test
    void a_telephone_of_the_line_that_rings_is_not_told_as_missing() {
        Steps steps = Scripts.of(new Ring("ring", says("Connecting."), List.of("{{line.forward}}", "{{line.other}}"), 0, 0, null));
        Conversation.with(steps).telephone("+15552000009", "+15552000009")
                .happens(new CallEvent.Arrived(Instant.EPOCH, Facts.of("line.forward", "+15552000009"))).rings("+15552000009").passesOver();
    }

    @Test
    void with_nobody_to_ring_the_caller_goes_on_at_once() {
        Conversation call = script(List.of("stranger"), 0, 0, "nobody").calls("+15553334444").hears("This is nobody.");
        assertTrue(call.news().stream().noneMatch(Happening.NobodyAnswered.class::isInstance));
        script(List.of(), 0, 0, "nobody").calls("+15553334444").hears("This is nobody.");
    }

    @Test
    void with_nowhere_to_go_on_the_call_ends_politely() {
        script(List.of("tom"), 0, 0, null).calls("+15553334444").nobodyAnswers().hears("Goodbye.").endsAs(Outcome.MISSED);
    }

    @Test
    void the_rung_telephone_shows_the_caller() {
        assertNull(call(0, 0).last(Verb.Dial.class).callerId());
    }

    @Test
    void time_that_is_up_counts_as_not_answered() {
        call(0, 0).timeIsUp().rings("ann").timeIsUp().rings("bo").timeIsUp().hears("This is nobody.");
    }

    @Test
    void a_caller_who_gives_up_while_it_rings_is_missed() {
        call(0, 0).hangsUp().tells(new Happening.Ended(Outcome.MISSED)).endsAs(Outcome.MISSED);
    }

    @Test
    void a_talk_the_carrier_tells_of_after_the_end_counts_all_the_same() {
        Conversation call = call(0, 0).hangsUp().talks(90).tells(new Happening.WasAnswered("Tom")).endsAs(Outcome.ANSWERED);
        Progress settled = call.progress();
        call.talks(90).tells();
        assertEquals(settled, call.progress());
    }

    @Test
    void what_was_not_answered_changes_nothing_after_the_end() {
        Conversation call = call(0, 0).hangsUp();
        Progress over = call.progress();
        call.isBusy().tells().hearsNothing();
        assertEquals(over, call.progress());
    }

    @Test
    void one_who_was_given_up_did_not_answer() {
        script(List.of("tom", "ann"), 20, 21, null).calls("+15553334444").nobodyAnswers().endsAs(Outcome.MISSED)
                .talks(90).tells().endsAs(Outcome.MISSED);
    }

    @Test
    void an_event_that_does_not_fit_rings_the_same_telephone() {
        call(0, 0).nobodyAnswers().presses("5").rings("ann").popsUpFor();
    }

    @Test
    void nonsense_is_refused_with_the_field_s_name() {
        assertEquals("secondsEach of step \"r\" must be 5 to 600, not 4", assertThrows(IllegalArgumentException.class,
                () -> new Ring("r", null, null, 4, 0, null)).getMessage());
    }

    @Test
    @Covers("S4.12")
    void a_script_forwards_to_whatever_its_line_says() {
        Steps steps = Scripts.of(new Ring("ring", says("Connecting."), List.of("{{line.forward}}", "tom"), 0, 0, "nobody"), end("nobody"));
        CallEvent.Arrived arrived = new CallEvent.Arrived(Instant.EPOCH, Facts.of("line.forward", "+15552000009"));
        assertEquals(new Turn.Next.FindOut(new Question.WhereIs(List.of("+15552000009", "tom"))), CallFlow.next(steps, Progress.START, arrived).next());
    }

    @Test
    void a_line_that_forwards_nowhere_rings_the_others_or_nobody() {
        script(List.of("{{line.forward}}", "tom"), 0, 0, "nobody").calls("+15553334444").rings("tom");
        script(List.of("{{line.forward}}"), 0, 0, "nobody").calls("+15553334444").hears("This is nobody.");
    }

    @Test
    void what_a_caller_keyed_in_never_chooses_the_telephone() {
        Steps steps = Scripts.of(new Ring("ring", List.of(), List.of("{{wish}}", "{{line.forward}}"), 0, 0, null));
        CallEvent.Arrived arrived = new CallEvent.Arrived(Instant.EPOCH, Facts.of("wish", "0019001234567").with("line.forward", "+15552000009"));
        assertEquals(new Turn.Next.FindOut(new Question.WhereIs(List.of("+15552000009"))), CallFlow.next(steps, Progress.START, arrived).next());
    }
}
