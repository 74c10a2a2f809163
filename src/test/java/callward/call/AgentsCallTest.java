package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.PhonesInUse.Talk;
import callward.call.Desk.Spoken;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Verb;
import callward.house.Covers;
import callward.house.Wired;
import callward.phone.PhoneNumber;
import callward.outgoing.CallRefused;
import callward.outgoing.CallRefused.Reason;
import callward.outgoing.GivenOutgoing;
import callward.outgoing.OwnCall;
import callward.outgoing.Wanted;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann calls John: her telephone rings, she is asked, then his rings; everything stands in the call log. */
@Covers("S1.16")
class AgentsCallTest {

    private static final String CALL = "CAplaced1";

    private Desk desk;
    private CallingCarrier carrier;
    private GivenOutgoing outgoing;

    @BeforeEach
    void company() {
        Desk.empty();
        carrier = new CallingCarrier(() -> desk.clock.instant());
        desk = new Desk(Desk.script(), carrier);
        outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        desk.observers.add(outgoing::hears);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void her_own_telephone_rings_first_and_shows_the_lines_number() {
        assertEquals("WANTED", wants().state());
        desk.orders.look();
        assertEquals(List.of("place AC1 " + Desk.LINE + " " + GivenOutgoing.DESK + " /out/" + token() + " /placed/1 20"), carrier.done);
        assertEquals("LIVE OUT " + Desk.LINE + " " + Desk.JOHN + " John Doe 1234", desk.value(
                "select state || ' ' || direction || ' ' || caller || ' ' || called || ' ' || customer_name || ' ' || ticket_number from callward.call where id = ?", CALL));
        assertEquals("RINGING", outgoing.latest().state());
    }

    @Test
    void she_presses_a_key_and_talks_to_john() {
        Spoken question = asked();
        assertEquals("ASKING", outgoing.latest().state());
        Verb.Dial dial = assertInstanceOf(Verb.Dial.class, presses(question, "1").last());
        assertEquals(Desk.JOHN, dial.targets().getFirst().destination().address());
        assertEquals(Desk.LINE, dial.callerId());
        john("ringing", 1);
        assertEquals("CALLING", outgoing.latest().state());
        john("in-progress", 2);
        assertEquals("TALKING", outgoing.latest().state());
        desk.clock.passes(Duration.ofSeconds(30));
        john("completed", 3);
        desk.knocks(CALL, 2, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId("CA2"), 30));
        own("completed", 3);
        assertEquals("OVER ANSWERED Ann", desk.state(CALL));
        assertEquals("OVER ANSWERED", outgoing.latest().state() + " " + outgoing.latest().outcome());
        assertTrue(desk.value("select (answered_at is not null)::text from callward.call").equals("true"));
    }

    @Test
    void her_own_mailbox_calls_nobody() {
        Spoken again = desk.knocks(CALL, asked().nextTurn(), CallEvent.Silent::new);
        Spoken end = desk.knocks(CALL, again.nextTurn(), CallEvent.Silent::new);
        assertInstanceOf(Verb.HangUp.class, end.last());
        own("completed", 3);
        assertEquals("OVER NOT_REACHED -", desk.state(CALL));
    }

    @Test
    void a_telephone_that_she_does_not_pick_up_ends_the_call() {
        wants();
        desk.orders.look();
        own("ringing", 1);
        own("no-answer", 2);
        assertEquals("OVER NOT_REACHED -", desk.state(CALL));
        assertEquals("NO_ANSWER anndesk", desk.value("select state || ' ' || device_key from callward.leg where id = ?", CALL));
    }

    @Test
    void she_is_busy_from_the_moment_in_which_her_telephone_is_about_to_ring() {
        wants();
        desk.orders.look();
        assertEquals(List.of("anndesk"), talks().stream().map(Talk::key).toList());
        own("no-answer", 2);
        assertEquals(List.of(), talks());
    }

    @Test
    void a_second_click_says_that_she_is_calling_already() {
        wants();
        assertEquals(Reason.ALREADY, refused(this::wants));
        desk.orders.look();
        assertEquals(Reason.ALREADY, refused(this::wants));
        own("busy", 2);
        wants();
        desk.orders.look();
        assertEquals(2, carrier.rung());
    }

    @Test
    void what_the_carrier_refuses_stands_in_the_log() {
        carrier.troubled(CallingCarrier.refused(21215));
        wants();
        desk.orders.look();
        OwnCall failed = outgoing.latest();
        assertEquals("FAILED 21215 no", failed.state() + " " + failed.code() + " " + failed.problem());
        assertEquals("OVER FAILED -", desk.state(failed.call()));
        wants();
    }

    @Test
    void a_click_that_comes_to_nothing_keeps_her_from_nothing() {
        carrier.troubled(CallingCarrier.busy());
        wants();
        desk.orders.look();
        desk.clock.passes(Duration.ofSeconds(61));
        desk.orders.look();
        assertEquals("FAILED", outgoing.latest().state());
        assertEquals(0, carrier.rung());
    }

    @Test
    void whoever_is_asked_before_the_carrier_has_answered_is_asked_all_the_same() {
        wants();
        carrier.answerGetsLost();
        desk.orders.look();
        Spoken question = desk.picksUp(CALL, token(), outgoing.calls);
        assertInstanceOf(Verb.Gather.class, question.last());
        desk.clock.passes(Duration.ofSeconds(2));
        desk.orders.look();
        assertEquals(1, carrier.rung());
        assertEquals("1", desk.value("select count(*)::text from callward.call"));
    }

    @Test
    void whoever_dies_before_he_notes_that_it_rings_does_not_ring_her_twice() {
        wants();
        desk.own.run(() -> {
            desk.outbox.claim();
            desk.outbox.asks(1);
        });
        carrier.made(GivenOutgoing.DESK, Desk.LINE);
        desk.clock.passes(Duration.ofSeconds(61));
        desk.orders.look();
        assertEquals(1, carrier.rung());
        assertEquals("RINGING", outgoing.latest().state());
    }

    @Test
    void a_second_call_of_one_order_is_hung_up_on() {
        asked();
        assertNull(desk.picksUp("CAother", token(), outgoing.calls));
        assertEquals("1", desk.value("select count(*)::text from callward.call"));
    }

    @Test
    void the_same_question_again_gets_the_same_answer_and_rings_nobody_twice() {
        Spoken question = asked();
        assertEquals(question, desk.picksUp(CALL, token(), outgoing.calls));
        Spoken dial = presses(question, "1");
        assertEquals(dial, presses(question, "1"));
        own("ringing", 1);
        own("in-progress", 2);
        assertEquals("ANSWERED", desk.value("select state from callward.leg where id = ?", CALL));
    }

    @Test
    void a_call_whose_end_nobody_tells_ends_in_the_log() {
        wants();
        desk.orders.look();
        carrier.over();
        desk.clock.passes(Duration.ofSeconds(90));
        desk.deadlines.look();
        assertEquals("OVER NOT_REACHED -", desk.state(CALL));
    }

    @Test
    void a_telephone_that_rings_for_ever_is_told_to_stop() {
        wants();
        desk.orders.look();
        desk.clock.passes(Duration.ofSeconds(90));
        desk.deadlines.look();
        desk.orders.look();
        assertEquals("end " + CALL, carrier.done.getLast());
    }

    @Test
    void an_hour_and_a_day_have_their_limits() {
        outgoing.settings.with(Setting.OUTGOING_PER_HOUR, 2);
        for (int i = 1; i <= 2; i++) {
            wants();
            desk.orders.look();
            own("CAplaced" + i, "busy", 2);
        }
        assertEquals(Reason.HOUR_IS_FULL, refused(this::wants));
        desk.clock.passes(Duration.ofMinutes(61));
        outgoing.settings.with(Setting.OUTGOING_PER_DAY, 2);
        assertEquals(Reason.DAY_IS_FULL, refused(this::wants));
    }

    @Test
    @Covers("B12")
    void what_the_guard_turns_away_is_written_down_and_never_reaches_the_carrier() {
        assertEquals(Reason.PREMIUM_RATE, refused(() -> outgoing.wants("+19005550123")));
        assertEquals(Reason.OUR_LINE, refused(() -> outgoing.wants(Desk.LINE)));
        assertEquals(Reason.OWN_TELEPHONE, refused(() -> outgoing.wants(GivenOutgoing.DESK)));
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        assertEquals("calls +19005550123 REFUSED {} " + Map.of("to", "+19005550123", "why", "PREMIUM_RATE"), outgoing.audit.entries.getFirst());
    }

    @Test
    @Covers("B12")
    void a_callback_that_must_not_be_promised_is_written_down_within_the_callers_turn() {
        assertTrue(desk.own.call(() -> outgoing.guard().mayPromise(PhoneNumber.of("+15550101234"), true)));
        assertEquals(List.of(), outgoing.audit.entries);
        assertFalse(desk.own.call(() -> outgoing.guard().mayPromise(PhoneNumber.of("+15550101234"), false)), "nobody has this number");
        assertFalse(desk.own.call(() -> outgoing.guard().mayPromise(PhoneNumber.of("+19005550123"), true)));
        assertEquals("calls +19005550123 REFUSED {} " + Map.of("to", "+19005550123", "why", "PREMIUM_RATE"), outgoing.audit.entries.getLast());
    }

    @Test
    void a_line_of_ours_is_no_telephone_to_call_from_or_to_try_out() {
        assertEquals(Reason.TELEPHONE_IS_LINE, refused(() -> desk.own.run(() -> outgoing.calls.tryOut(GivenOutgoing.ANN, "ann", "annline"))));
        assertEquals(Reason.TELEPHONE_IS_LINE, refused(() -> desk.own.run(() -> outgoing.calls.call(GivenOutgoing.ANN, "ann", new Wanted(null, null, "annline", null, null, null)))));
    }

    @Test
    void her_telephone_is_tried_out_and_its_key_is_heard() {
        desk.own.run(() -> outgoing.calls.tryOut(GivenOutgoing.ANN, "ann", "annhome"));
        desk.orders.look();
        Spoken question = desk.picksUp(CALL, token(), outgoing.calls);
        presses(question, "5");
        own("completed", 3);
        OwnCall last = outgoing.latest();
        assertEquals("TRIAL OVER ANSWERED annhome", last.kind() + " " + last.state() + " " + last.outcome() + " " + last.device());
    }

    @Test
    void trials_are_few() {
        for (int i = 1; i <= 10; i++) {
            desk.own.run(() -> outgoing.calls.tryOut(GivenOutgoing.ANN, "ann", "anndesk"));
            desk.orders.look();
            own("CAplaced" + i, "busy", 2);
        }
        assertEquals(Reason.TRIED_ENOUGH, refused(() -> outgoing.calls.tryOut(GivenOutgoing.ANN, "ann", "anndesk")));
    }

    private OwnCall wants() {
        return desk.own.call(outgoing::wants);
    }

    private Reason refused(Runnable wish) {
        return assertThrows(CallRefused.class, () -> desk.own.run(wish)).reason();
    }

    private String token() {
        return desk.value("select token from callward.outgoing order by id desc limit 1");
    }

    private Spoken asked() {
        wants();
        desk.orders.look();
        own("ringing", 1);
        own("in-progress", 2);
        return desk.picksUp(CALL, token(), outgoing.calls);
    }

    private Spoken presses(Spoken question, String key) {
        return desk.knocks(CALL, question.nextTurn(), now -> new CallEvent.Entered(now, key));
    }

    private void own(String status, int sequence) {
        own(CALL, status, sequence);
    }

    private void own(String call, String status, int sequence) {
        Instant now = desk.clock.instant();
        long order = Long.parseLong(desk.value("select order_id::text from callward.outgoing order by id desc limit 1"));
        LegNews news = new LegNews(new CallId(call), new LegId(call), null, GivenOutgoing.DESK, status, sequence, now);
        Optional<CallEnding> ending = LegState.of(status).over() ? Optional.of(new CallEnding(new CallId(call), status, 9, now, "placed", Map.of())) : Optional.empty();
        desk.own.run(() -> desk.placed.moved(order, news, ending, "placed"));
    }

    private void john(String status, int sequence) {
        LegNews news = new LegNews(new CallId(CALL), new LegId("CA2"), "_" + Desk.JOHN.substring(1), Desk.JOHN, status, sequence, desk.clock.instant());
        desk.own.run(() -> desk.switchboard.legMoved(news, "leg"));
    }

    private List<Talk> talks() {
        return Wired.with(desk.sql).bean(TalkingPhones.class).talks(List.of("anndesk", GivenOutgoing.DESK), desk.clock.instant());
    }
}
