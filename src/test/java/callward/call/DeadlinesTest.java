package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.Desk.Spoken;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes.Tape;
import callward.flow.CallEvent;
import callward.flow.Verb;
import callward.house.Covers;
import callward.house.GivenServerLife;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What should come next does not come. */
@Covers("B14")
class DeadlinesTest {

    private static final String CALL = "CA1";

    private final GivenCarrier carrier = new GivenCarrier();
    private Desk desk;

    @BeforeEach
    void company() {
        Desk.empty();
        desk = new Desk(Desk.script(), carrier);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void a_caller_whose_keys_got_lost_is_brought_where_those_go_who_press_none() {
        desk.arrives(CALL);
        passes(40);
        assertEquals(List.of("redirect CA1 /resumed/1"), carrier.done);
        assertEquals("tom", rung(desk.resumes(CALL)));
        assertEquals("TimeIsUp", desk.value("select kind from callward.call_event where turn = 1"));
    }

    @Test
    void as_long_as_the_caller_may_still_be_listening_or_choosing_nothing_is_done() {
        desk.arrives(CALL);
        passes(15);
        assertEquals(List.of(), carrier.done);
        assertEquals("2", desk.value("select turn + 1 from callward.call"));
    }

    @Test
    void a_request_that_comes_after_the_clock_changes_nothing_and_hears_what_the_clock_has_decided() {
        Spoken menu = desk.arrives(CALL);
        passes(40);
        assertEquals("tom", rung(desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"))));
        assertEquals("2", desk.value("select turn::text from callward.call"));
    }

    @Test
    void a_clock_that_comes_after_the_request_changes_nothing() {
        Spoken menu = desk.arrives(CALL);
        Deadline due = claimed(40);
        desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
        desk.own.run(() -> desk.overdue.live(due, Legs.NONE, List.of(), (call, verbs, turn) -> "never"));
        assertEquals("2", desk.value("select turn::text from callward.call"));
        assertEquals("0", desk.value("select count(*)::text from callward.carrier_order"));
    }

    @Test
    void of_clock_and_request_at_the_same_moment_one_counts() throws Exception {
        for (int i = 0; i < 60; i++) {
            String call = "CA" + (100 + i);
            Spoken menu = desk.arrives(call);
            Deadline due = claimed(40);
            CyclicBarrier start = new CyclicBarrier(2);
            Thread clock = Thread.ofPlatform().start(() -> {
                await(start);
                desk.own.run(() -> desk.overdue.live(due, Legs.NONE, List.of(), (id, verbs, turn) -> "clock"));
                desk.own.close();
            });
            Thread webhook = Thread.ofPlatform().start(() -> {
                await(start);
                desk.knocks(call, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
                desk.own.close();
            });
            clock.join(TimeUnit.SECONDS.toMillis(20));
            webhook.join(TimeUnit.SECONDS.toMillis(20));
            boolean byClock = "TimeIsUp".equals(desk.value("select kind from callward.call_event where call_id = ? and turn = 1", call));
            assertEquals("2", desk.value("select turn::text from callward.call where id = ?", call));
            assertEquals(byClock ? "1" : "0", desk.value("select count(*)::text from callward.carrier_order where call_id = ?", call));
            assertEquals("1", desk.value("select count(*)::text from callward.deadline where call_id = ? and what = 'STEP' and turn = 2", call));
            desk.ends(call);
        }
    }

    @Test
    void who_talks_is_left_alone_however_long() {
        ringsTom();
        carrier.leg("CA1Ltom", "in-progress", 0);
        passes(3_000);
        assertEquals(List.of(), carrier.done);
        assertEquals("LIVE MISSED -", desk.state(CALL));
    }

    @Test
    void a_talk_that_was_had_counts_though_nobody_told() {
        ringsTom();
        carrier.leg("CA1Ltom", "completed", 90);
        passes(45);
        assertInstanceOf(Verb.HangUp.class, desk.resumes(CALL).last());
        assertEquals("LIVE ANSWERED tom", desk.state(CALL));
    }

    @Test
    void a_call_that_ended_while_it_rang_is_answered_when_the_carrier_says_so_later() {
        ringsTom();
        desk.ends(CALL);
        carrier.over();
        carrier.leg("CA1Ltom", "completed", 9);
        passes(65);
        assertEquals("OVER ANSWERED tom", desk.state(CALL));
        assertEquals("0", desk.value("select count(*)::text from callward.deadline"));
    }

    @Test
    void a_message_that_nobody_told_of_is_found_at_the_carrier_when_its_sound_is_ready() {
        Spoken menu = desk.arrives(CALL);
        desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
        desk.ends(CALL);
        carrier.over();
        carrier.tapes.add(new Tape("RE1", "https://api.twilio.com/RE1", -1, false));
        passes(65);
        assertEquals("OVER MISSED -", desk.state(CALL));
        carrier.tapes.set(0, new Tape("RE1", "https://api.twilio.com/RE1", 9, true));
        passes(65);
        assertEquals("OVER VOICEMAIL -", desk.state(CALL));
        assertEquals("0", desk.value("select count(*)::text from callward.deadline"));
    }

    @Test
    void a_call_that_is_over_at_the_carrier_ends_here_too() {
        desk.arrives(CALL);
        carrier.over();
        passes(40);
        assertEquals("OVER ABANDONED -", desk.state(CALL));
        assertEquals(List.of(), carrier.done);
    }

    @Test
    void who_comes_late_to_what_he_is_to_hear_has_all_his_time_for_it() {
        desk.arrives(CALL);
        passes(80); // tom is to be rung, and that was brought once more
        assertEquals(List.of("redirect CA1 /resumed/1", "redirect CA1 /resumed/1"), carrier.done);
        int all = Integer.parseInt(desk.value("""
                select floor(extract(epoch from d.due_at - played.at))::int::text from callward.deadline d join callward.call_event played on played.turn = 1
                where d.what = 'STEP'"""));
        assertEquals("tom", rung(desk.resumes(CALL)));
        passes(all - 1);
        desk.resumes(CALL); // the same again is heard no later
        assertEquals("2", desk.value("select turn::text from callward.call"));
        passes(3);
        assertEquals("3", desk.value("select turn::text from callward.call"));
    }

    @Test
    void what_was_asked_before_the_carrier_moved_the_caller_is_not_what_he_hears() {
        Spoken menu = desk.arrives(CALL);
        passes(40);
        desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
        passes(40);
        assertEquals(List.of("redirect CA1 /resumed/1", "redirect CA1 /resumed/1"), carrier.done);
        assertEquals("2", desk.value("select turn::text from callward.call"));
    }

    @Test
    void a_line_may_let_its_callers_wait_less_long_than_the_company_does() {
        desk.lineLimit = Duration.ofSeconds(90);
        ringsTom();
        desk.own.run(() -> desk.sql.change("update callward.deadline set due_at = due_at + interval '1 hour', look_at = look_at + interval '1 hour' where what = 'STEP'"));
        passes(91);
        assertEquals("CallTimeIsUp", desk.value("select kind from callward.call_event where turn = 2"));
        assertInstanceOf(Verb.Record.class, desk.resumes(CALL).last());
    }

    @Test
    void whoever_presses_nothing_sensible_for_ever_is_at_the_mailbox_when_the_calls_time_is_up() {
        ringsTom();
        desk.own.run(() -> desk.sql.change("update callward.deadline set due_at = due_at + interval '1 hour', look_at = look_at + interval '1 hour' where what = 'STEP'"));
        passes(601);
        assertEquals("CallTimeIsUp", desk.value("select kind from callward.call_event where turn = 2"));
        assertInstanceOf(Verb.Record.class, desk.resumes(CALL).last());
    }

    @Test
    void a_message_in_the_making_is_not_cut_by_the_calls_limit() {
        Spoken menu = desk.arrives(CALL);
        desk.clock.passes(Duration.ofSeconds(595));
        desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
        passes(20);
        assertEquals(List.of(), carrier.done);
        assertEquals("STEP", desk.value("select what from callward.deadline"));
    }

    @Test
    void a_carrier_that_cannot_be_asked_is_asked_again_and_nothing_is_decided_without_it() {
        desk.arrives(CALL);
        carrier.unreachable = new CarrierUnreachable("down", false, null);
        passes(60);
        assertEquals("1", desk.value("select turn::text from callward.call"));
        carrier.unreachable = null;
        passes(12);
        assertEquals(List.of("redirect CA1 /resumed/1"), carrier.done);
    }

    @Test
    void a_carrier_that_dies_on_the_way_is_told_again() {
        desk.arrives(CALL);
        passes(28);
        carrier.unreachable = new CarrierUnreachable("down", false, null);
        desk.clock.passes(Duration.ofSeconds(1));
        desk.orders.look();
        carrier.unreachable = null;
        desk.deadlines.look();
        passes(70);
        assertTrue(carrier.done.stream().allMatch("redirect CA1 /resumed/1"::equals) && !carrier.done.isEmpty(), carrier.done.toString());
    }

    @Test
    void what_was_decided_and_never_fetched_is_brought_again_before_anything_else_is_decided() {
        desk.arrives(CALL);
        passes(120);
        assertTrue(carrier.done.size() >= 2, carrier.done.toString());
        assertEquals("2", desk.value("select turn::text from callward.call"));
        assertEquals("tom", rung(desk.resumes(CALL)));
    }

    @Test
    void a_caller_who_has_heard_goodbye_and_is_still_there_is_hung_up_on() {
        Spoken menu = desk.arrives(CALL);
        Spoken tone = desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "3"));
        desk.knocks(CALL, tone.nextTurn(), now -> new CallEvent.RecordingEnded(now, "RE1", 9, false));
        passes(40);
        assertEquals(List.of("end CA1"), carrier.done);
    }

    @Test
    void late_ones_are_said_on_the_status_page() {
        DeadlinesPart part = new DeadlinesPart();
        GivenServerLife life = new GivenServerLife();
        part.life = life;
        part.rows = desk.rows;
        part.own = desk.own;
        part.clock = desk.clock;
        desk.arrives(CALL);
        assertTrue(part.state().online());
        desk.clock.passes(Duration.ofSeconds(62));
        life.hasWorkedFor(Duration.ofSeconds(89));
        assertTrue(part.state().online(), "after a start they rest for a minute");
        life.hasWorkedFor(Duration.ofSeconds(90));
        assertEquals("state.deadlines.late", part.state().reason().key());
    }

    private void ringsTom() {
        Spoken menu = desk.arrives(CALL);
        assertEquals("tom", rung(desk.knocks(CALL, menu.nextTurn(), now -> new CallEvent.Entered(now, "1"))));
    }

    private static String rung(Spoken reply) {
        return assertInstanceOf(Verb.Dial.class, reply.last()).targets().getFirst().key();
    }

    /** The only one that is due after so many seconds, in our hands. */
    private Deadline claimed(int seconds) {
        desk.clock.passes(Duration.ofSeconds(seconds));
        return desk.own.call(() -> desk.rows.claim(8)).getFirst();
    }

    private void passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.clock.passes(Duration.ofSeconds(1));
            desk.deadlines.look();
            desk.orders.look();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
