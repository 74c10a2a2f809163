package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import callward.call.Desk.Spoken;
import callward.call.TransferRefused.Reason;
import callward.carrier.CarrierUnreachable;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.outgoing.GivenOutgoing;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.script.Scripts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann has called John, talks to him, and sends him on: he goes on in a call of his own. */
class ContinueCallTest {

    private static final String ANNS = "CAplaced1";
    private static final String JOHNS = "CA" + "0".repeat(31) + "2";
    private static final String TOMS = "CA" + "0".repeat(31) + "3";
    private static final long TOM = 1;

    /** A carrier that may not find, or not reach, whom it shall move. */
    private static final class Movers extends CallingCarrier {
        private RuntimeException problem;
        private String gone = "";

        Movers(Supplier<Instant> now) {
            super(now);
        }

        @Override
        public void redirect(String account, CallId call, URI script) {
            if (problem != null) {
                throw problem;
            }
            super.redirect(account, call, script);
        }

        @Override
        public Optional<CarrierCall> look(String account, CallId call) {
            return call.sid().equals(gone) ? Optional.of(new CarrierCall(call, "completed", true, 40)) : super.look(account, call);
        }
    }

    private Movers carrier;
    private Desk desk;
    private GivenOutgoing outgoing;
    private int sequence;

    @BeforeEach
    void ann_talks_to_john() {
        Desk.empty();
        carrier = new Movers(() -> desk.clock.instant());
        desk = new Desk(Desk.script(), carrier);
        outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        TestDatabase.run("update callward.device set agent_id = 3 where key = 'anndesk'");
        desk.observers.add(outgoing::hears);
        desk.own.call(outgoing::wants);
        desk.orders.look();
        ann("in-progress");
        Spoken question = desk.picksUp(ANNS, desk.value("select token from callward.outgoing"), outgoing.calls);
        desk.knocks(ANNS, question.nextTurn(), now -> new CallEvent.Entered(now, "1"));
        john("ringing");
        john("in-progress");
        desk.clock.passes(Duration.ofSeconds(30));
        carrier.done.clear();
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    private void ann(String status) {
        LegNews news = new LegNews(new CallId(ANNS), new LegId(ANNS), null, GivenOutgoing.DESK, status, sequence++, desk.clock.instant());
        Optional<CallEnding> ending = LegState.of(status).over() ? Optional.of(ending(ANNS)) : Optional.empty();
        desk.own.run(() -> desk.placed.moved(1, news, ending, "placed"));
    }

    /** As the door for legs does. */
    private void john(String status) {
        desk.own.run(() -> desk.switchboard.legMoved(new LegNews(new CallId(ANNS), new LegId(JOHNS), "_1555", Desk.JOHN, status, sequence++, desk.clock.instant()), "leg"));
        if (LegState.of(status).over()) {
            desk.own.run(() -> desk.switchboard.ended(ending(JOHNS)));
        }
    }

    private CallEnding ending(String call) {
        return new CallEnding(new CallId(call), "completed", 90, desk.clock.instant(), "leg", Map.of());
    }

    /** John leaves the talk: the carrier tells Ann's call, and hangs up on her. */
    private Spoken annsDialEnds() {
        return desk.knocks(ANNS, 2, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(JOHNS), 30));
    }

    private void sentToTom() {
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        desk.resumes(JOHNS);
    }

    private static List<String> rung(Spoken spoken) {
        return assertInstanceOf(Verb.Dial.class, spoken.last()).targets().stream().map(Verb.Target::key).toList();
    }

    private String step(String call) {
        return desk.value("select progress ->> 'step' from callward.call where id = ?", call);
    }

    private long told(String call, Happening what) {
        return desk.house.all().stream().filter(CallNews.class::isInstance).map(CallNews.class::cast).filter(news -> news.call().sid().equals(call) && news.what().equals(what)).count();
    }

    private List<String> talking(String address) {
        return Wired.with(desk.sql).bean(TalkingPhones.class).talks(List.of(address), desk.clock.instant()).stream().map(Object::toString).toList();
    }

    @Test
    void his_leg_becomes_a_call_and_is_moved_once() {
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        assertEquals(List.of("redirect " + JOHNS + " /resumed/0"), carrier.done);
        Spoken heard = desk.resumes(JOHNS);
        assertEquals(List.of("ann"), rung(heard), "agent 1 of these targets");
        assertEquals(Desk.LINE, ((Verb.Dial) heard.last()).callerId(), "John's number has not called us: the carrier would refuse to show it");
        desk.orders.look();
        assertEquals(1, carrier.done.size());
        assertEquals("OUT " + Desk.LINE + " " + Desk.JOHN + " John Doe 1234 AC1 " + ANNS, desk.value("""
                select direction || ' ' || caller || ' ' || called || ' ' || customer_name || ' ' || ticket_number || ' ' || account || ' ' || continues
                from callward.call where id = ?""", JOHNS));
    }

    @Test
    void her_call_ends_as_a_talk_and_his_goes_on() {
        sentToTom();
        assertInstanceOf(Verb.HangUp.class, annsDialEnds().last());
        ann("completed");
        assertEquals("OVER ANSWERED Ann", desk.state(ANNS));
        assertEquals("LIVE ANSWERED Ann", desk.state(JOHNS));
        assertEquals("OVER ANSWERED", outgoing.latest().state() + " " + outgoing.latest().outcome());
        assertEquals(1, told(ANNS, new Happening.WasAnswered("Ann")));
        desk.leg(JOHNS, TOMS, "ann", "in-progress");
        desk.knocks(JOHNS, 1, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(TOMS), 60));
        desk.clock.passes(Duration.ofSeconds(60));
        john("completed");
        assertEquals("OVER ANSWERED ann", desk.state(JOHNS));
        assertEquals("60", desk.value("select seconds::text from callward.call where id = ?", JOHNS), "not from when Ann called him");
    }

    @Test
    void a_talk_that_was_had_is_one_though_the_carrier_says_of_its_end_what_it_likes() {
        sentToTom();
        Spoken end = desk.knocks(ANNS, 2, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, new LegId(JOHNS), 0));
        assertEquals(List.of(new Verb.HangUp()), end.verbs());
        ann("completed");
        assertEquals("OVER ANSWERED Ann", desk.state(ANNS));
    }

    @Test
    void nobody_tells_how_her_dial_ended_and_it_was_a_talk() {
        sentToTom();
        ann("completed");
        assertEquals("OVER ANSWERED Ann", desk.state(ANNS));
        assertEquals("0", desk.value("select count(*)::text from callward.deadline where call_id = ?", ANNS));
    }

    @Test
    void who_sent_him_talks_no_more_once_he_is_where_he_was_sent_and_he_does() {
        sentToTom();
        assertEquals(List.of(), talking(GivenOutgoing.DESK), "before the carrier says so");
        assertEquals(1, talking(Desk.JOHN).size(), "he may be one of us");
        john("completed");
        assertEquals(List.of(), talking(Desk.JOHN));
    }

    @Test
    void nobody_answers_there_and_who_sent_him_is_rung_and_then_the_mailbox_answers() {
        sentToTom();
        assertEquals(List.of("anndesk"), rung(desk.knocks(JOHNS, 1, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, new LegId(TOMS), 0))));
        assertInstanceOf(Verb.Record.class, desk.knocks(JOHNS, 2, now -> new CallEvent.DialEnded(now, DialOutcome.BUSY, new LegId(ANNS + "2"), 0)).last());
        desk.knocks(JOHNS, 3, now -> new CallEvent.RecordingEnded(now, "RE1", 9, true));
        john("completed");
        assertEquals("OVER VOICEMAIL Ann", desk.state(JOHNS));
    }

    @Test
    void whoever_talks_to_him_then_may_send_him_on_again() {
        sentToTom();
        annsDialEnds();
        ann("completed");
        desk.leg(JOHNS, TOMS, "ann", "in-progress");
        desk.sendsOn(JOHNS, null, null, "support");
        desk.orders.look();
        assertEquals("redirect " + JOHNS + " /resumed/1", carrier.done.getLast());
        assertInstanceOf(Verb.Record.class, desk.resumes(JOHNS).last());
        assertEquals("2", desk.value("select count(*)::text from callward.call"));
        assertEquals("COMPLETED", desk.value("select state from callward.leg where id = ?", TOMS));
    }

    @Test
    void a_click_too_many_changes_nothing() {
        desk.sendsOn(ANNS, TOM, null, null);
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        desk.resumes(JOHNS);
        desk.sendsOn(ANNS, TOM, null, null);
        assertEquals("1", desk.value("select count(*)::text from callward.carrier_order where call_id = ?", JOHNS));
        assertEquals("1", desk.value("select count(*)::text from callward.call_event where call_id = ? and kind = 'Transferred'", JOHNS));
        assertEquals(Reason.ON_ITS_WAY, assertThrows(TransferRefused.class, () -> desk.sendsOn(ANNS, null, null, "support")).reason());
    }

    @Test
    void only_while_john_is_there_and_only_by_who_called_him() {
        desk.signedIn.role = Role.AGENT;
        desk.signedIn.account = GivenOutgoing.ANN;
        assertEquals(Reason.NOT_YOURS, assertThrows(TransferRefused.class, () -> desk.sendsOn(ANNS, TOM, null, null)).reason());
        TestDatabase.run("insert into callward.account (id, username, name, password, role, created_at) overriding system value values (7, 'ann', 'Ann', 'x', 'AGENT', now())");
        TestDatabase.run("update callward.agent set account_id = 7 where id = 3");
        assertEquals("Ann", desk.own.call(() -> desk.transfers.standing(ANNS)).talking().talk().with());
        assertEquals(Desk.JOHN, desk.own.call(() -> desk.transfers.standing(ANNS)).caller());
        john("completed");
        assertEquals(Reason.NOBODY_TALKS, assertThrows(TransferRefused.class, () -> desk.sendsOn(ANNS, TOM, null, null)).reason());
        assertNull(desk.value("select id from callward.call where id = ?", JOHNS));
    }

    @Test
    void john_is_gone_and_his_call_is_over_at_once() {
        carrier.problem = CallingCarrier.refused(21220);
        carrier.gone = JOHNS;
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        assertEquals("OVER ANSWERED Ann", desk.state(JOHNS));
        assertEquals("0", desk.value("select count(*)::text from callward.carrier_order where done_at is null"));
        assertEquals("0", desk.value("select count(*)::text from callward.deadline where call_id = ? and what in ('CALL', 'STEP')", JOHNS));
        assertEquals(1, desk.house.all().stream().filter(CallNews.class::isInstance).map(CallNews.class::cast)
                .filter(news -> news.call().sid().equals(JOHNS) && news.what() instanceof Happening.Ended).count(), "every desk is told");
    }

    @Test
    void a_carrier_that_cannot_be_reached_is_asked_again_while_the_two_talk_on() {
        carrier.leg(JOHNS, "in-progress", 0);
        carrier.problem = new CarrierUnreachable("connection refused", false, null);
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        desk.clock.passes(Duration.ofSeconds(20));
        desk.deadlines.look();
        assertEquals("LIVE ANSWERED Ann", desk.state(ANNS));
        assertEquals(List.of(), carrier.done, "nobody is hung up on");
        carrier.problem = null;
        desk.orders.look();
        assertEquals(List.of("redirect " + JOHNS + " /resumed/0"), carrier.done);
    }

    @Test
    void a_carrier_that_is_not_reached_for_a_minute_moves_nobody_any_more_and_he_may_be_sent_on_again() {
        carrier.problem = new CarrierUnreachable("connection refused", false, null);
        desk.sendsOn(ANNS, TOM, null, null);
        for (int second = 0; second < 120; second += 2) {
            desk.orders.look();
            desk.clock.passes(Duration.ofSeconds(2));
        }
        assertNull(desk.value("select id from callward.call where id = ?", JOHNS));
        assertEquals("LIVE ANSWERED Ann", desk.state(ANNS));
        assertEquals("connection refused", desk.value("select request ->> 'why' from callward.call_event where call_id = ? and kind = 'NotMoved'", ANNS));
        assertEquals(1, told(JOHNS, new Happening.Ended(Happening.Outcome.FAILED)), "every desk is told");
        carrier.problem = null;
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        sentToTom();
        assertEquals(List.of("redirect " + JOHNS + " /resumed/0"), carrier.done);
        assertEquals(1, told(ANNS, new Happening.WasAnswered("Ann")));
    }

    @Test
    void what_the_carrier_has_perhaps_done_is_not_taken_back() {
        carrier.problem = new CarrierUnreachable("read timed out", true, null);
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        carrier.problem = new CarrierUnreachable("connection refused", false, null);
        desk.clock.passes(Duration.ofSeconds(120));
        desk.orders.look();
        assertEquals("LIVE ANSWERED Ann", desk.state(JOHNS));
    }

    @Test
    void whom_the_carrier_has_moved_is_not_taken_back_though_he_never_asked_what_he_hears() {
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        carrier.problem = new CarrierUnreachable("connection refused", false, null);
        for (int second = 0; second < 300; second += 2) {
            desk.clock.passes(Duration.ofSeconds(2));
            desk.deadlines.look();
            desk.orders.look();
        }
        assertEquals("LIVE ANSWERED Ann", desk.state(JOHNS));
    }

    @Test
    void who_hangs_up_before_he_is_moved_leaves_nothing_open() {
        carrier.problem = new CarrierUnreachable("connection refused", false, null);
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        john("completed");
        annsDialEnds();
        ann("completed");
        assertEquals("OVER ANSWERED Ann", desk.state(ANNS));
        assertEquals("OVER ANSWERED Ann", desk.state(JOHNS));
        carrier.problem = null;
        desk.clock.passes(Duration.ofSeconds(120));
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        assertEquals("0", desk.value("select count(*)::text from callward.leg where ended_at is null"));
    }

    @Test
    void the_server_dies_between_the_click_and_the_order() {
        carrier.leg(JOHNS, "in-progress", 0);
        desk.sendsOn(ANNS, TOM, null, null);
        desk.clock.passes(Duration.ofSeconds(50));
        desk.deadlines.look();
        desk.orders.look();
        assertEquals(List.of("redirect " + JOHNS + " /resumed/0"), carrier.done);
        assertEquals("transfer:1", step(JOHNS));
    }

    @Test
    void nobody_tells_that_john_has_hung_up_and_the_carrier_is_asked() {
        sentToTom();
        annsDialEnds();
        ann("completed");
        carrier.gone = JOHNS;
        desk.clock.passes(Duration.ofSeconds(61));
        desk.lostCalls.look();
        assertEquals("OVER ANSWERED Ann", desk.state(JOHNS));
    }

    @Test
    void his_leg_ends_at_the_moment_in_which_he_asks_what_he_hears_and_neither_waits_for_the_other_for_ever() throws Exception {
        desk.sendsOn(ANNS, TOM, null, null);
        desk.orders.look();
        CompletableFuture<Void> told = desk.own.call(() -> {
            desk.calls.lock(new CallId(JOHNS)).orElseThrow();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
                try {
                    john("completed");
                } finally {
                    desk.own.close();
                }
            });
            Awaitility.await().until(() -> ended.isDone()
                    || TestDatabase.value("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").equals("1"));
            desk.calls.leave(new CallId(JOHNS), desk.clock.instant());
            return ended;
        });
        told.get(10, TimeUnit.SECONDS);
        assertEquals("OVER ANSWERED Ann", desk.state(JOHNS));
    }

    @Test
    void the_limit_of_a_call_nobody_talks_in_counts_from_the_transfer() {
        sentToTom();
        assertEquals("600", desk.value("select extract(epoch from due_at - ?::timestamptz)::int::text from callward.deadline where call_id = ? and what = 'CALL'",
                desk.clock.instant(), JOHNS));
        desk.clock.passes(Duration.ofSeconds(601));
        carrier.leg(TOMS, "ringing", 0);
        desk.deadlines.look();
        desk.orders.look();
        assertTrue(step(JOHNS).startsWith("transfer:1:"), step(JOHNS));
    }

    @Test
    void both_calls_name_each_other() {
        sentToTom();
        Calls log = Wired.with(desk.sql, new Scripts()).bean(Calls.class);
        assertEquals(JOHNS, log.find(ANNS).orElseThrow().goesOnIn());
        assertNull(log.find(ANNS).orElseThrow().continues());
        assertEquals(ANNS, log.find(JOHNS).orElseThrow().continues());
        assertEquals(Map.of("call", JOHNS, "from", "Ann", "to", "Ann", "by", "Tom", "note", "Be kind."),
                log.events(ANNS).stream().filter(event -> event.kind().equals("Transferred")).findFirst().orElseThrow().request());
        assertEquals(0, log.outcomes(Instant.EPOCH).size(), "the day's figures count who calls us");
    }
}
