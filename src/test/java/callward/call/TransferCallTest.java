package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import callward.call.Calls.EventRow;
import callward.call.Desk.Spoken;
import callward.call.TransferRefused.Reason;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.phone.LegId;
import callward.script.Scripts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tom talks to John, and sends him on. */
class TransferCallTest {

    private static final String CALL = "CA" + "0".repeat(31) + "1";
    private static final String TOMS = "CA" + "0".repeat(31) + "2";
    private static final String ANNS = "CA" + "0".repeat(31) + "3";

    private final GivenCarrier carrier = new GivenCarrier();
    private Desk desk;
    /** The turn in which the carrier tells how the talk with Tom ended. */
    private int turn;

    @BeforeEach
    void tomTalks() {
        Desk.empty();
        desk = new Desk(Desk.script(), carrier);
        desk.arrives(CALL);
        Spoken menu = desk.knocks(CALL, 1, now -> new CallEvent.Entered(now, "1"));
        turn = menu.nextTurn();
        desk.leg(CALL, TOMS, "tom", "ringing");
        desk.leg(CALL, TOMS, "tom", "in-progress");
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    private Spoken tomPutsDown() {
        return desk.knocks(CALL, turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(TOMS), 60));
    }

    private static List<String> rung(Spoken spoken) {
        return assertInstanceOf(Verb.Dial.class, spoken.last()).targets().stream().map(Verb.Target::key).toList();
    }

    private long told(Happening what) {
        return desk.house.all().stream().filter(CallNews.class::isInstance).filter(news -> ((CallNews) news).what().equals(what)).count();
    }

    @Test
    void the_carrier_is_told_once_and_fetches_what_the_caller_hears_now() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        assertEquals(List.of("redirect " + CALL + " /resumed/" + turn), carrier.done);
        assertEquals(List.of("ann"), rung(desk.resumes(CALL)));
        desk.orders.look();
        assertEquals(1, carrier.done.size());
        assertTrue(desk.house.all().contains("CHANGED calls {with=Tom} {with=Ann}"), "it stands in the audit log");
    }

    /** It is decided before the carrier has ended his leg. */
    @Test
    void where_nobody_can_be_rung_the_caller_comes_back_to_who_sent_him_at_once() {
        String other = "CA" + "0".repeat(31) + "8";
        desk.arrives(other);
        desk.leg(other, ANNS, "ann", "in-progress");
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        assertEquals(List.of("tom"), rung(desk.resumes(CALL)));
    }

    @Test
    void who_talks_to_somebody_else_by_now_is_not_rung_when_the_caller_comes_back() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.resumes(CALL);
        String other = "CA" + "0".repeat(31) + "8";
        desk.arrives(other);
        desk.leg(other, "CA" + "0".repeat(31) + "9", "tom", "in-progress");
        desk.knocks(CALL, turn + 1, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, null, 0));
        assertEquals("message", desk.value("select progress ->> 'step' from callward.call where id = ?", CALL));
    }

    @Test
    void the_talk_that_was_left_is_over_and_its_late_news_change_nothing() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.resumes(CALL);
        assertEquals("COMPLETED", desk.value("select state from callward.leg where id = ?", TOMS), "before the carrier says so");
        Spoken late = tomPutsDown();
        assertEquals(List.of("ann"), rung(late), "whoever asks late hears what is true now");
        desk.leg(CALL, TOMS, "tom", "completed");
        assertEquals(1, told(new Happening.WasAnswered("Tom")));
        assertEquals("LIVE ANSWERED Tom", desk.state(CALL));
        desk.leg(CALL, ANNS, "ann", "in-progress");
        desk.knocks(CALL, turn + 1, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(ANNS), 60));
        desk.ends(CALL);
        assertEquals("OVER ANSWERED ann", desk.state(CALL), "the last one has had the call; both stand in its record");
    }

    @Test
    void who_puts_down_before_the_carrier_is_told_gets_his_caller_sent_on_all_the_same() {
        desk.sendsOn(CALL, null, null, "support");
        assertInstanceOf(Verb.Record.class, tomPutsDown().last());
        desk.clock.passes(Duration.ofSeconds(30));
        desk.orders.look();
        assertEquals(List.of(), carrier.done, "a message in the making is not cut");
    }

    @Test
    void a_click_too_many_changes_nothing() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.sendsOn(CALL, 2L, null, null);
        assertEquals("1", desk.value("select count(*)::text from callward.carrier_order where call_id = ?", CALL));
        assertEquals("1", desk.value("select count(*)::text from callward.call_event where call_id = ? and kind = 'Transferred'", CALL));
        assertEquals(Reason.ON_ITS_WAY, assertThrows(TransferRefused.class, () -> desk.sendsOn(CALL, null, null, "support")).reason());
    }

    @Test
    void only_while_somebody_talks() {
        tomPutsDown();
        desk.leg(CALL, TOMS, "tom", "completed");
        assertEquals(Reason.NOBODY_TALKS, assertThrows(TransferRefused.class, () -> desk.sendsOn(CALL, 2L, null, null)).reason());
        desk.ends(CALL);
        assertEquals(Reason.NOBODY_TALKS, assertThrows(TransferRefused.class, () -> desk.sendsOn(CALL, 2L, null, null)).reason());
        assertEquals(Reason.NO_SUCH_CALL, assertThrows(TransferRefused.class, () -> desk.sendsOn(ANNS, 2L, null, null)).reason());
    }

    @Test
    void only_who_talks_himself_or_oversees_the_calls() {
        desk.signedIn.role = Role.AGENT;
        desk.signedIn.account = 8L;
        assertEquals(Reason.NOT_YOURS, assertThrows(TransferRefused.class, () -> desk.sendsOn(CALL, 2L, null, null)).reason());
        TestDatabase.run("insert into callward.account (id, username, name, password, role, created_at) overriding system value values (7, 'tom', 'Tom', 'x', 'AGENT', now())");
        TestDatabase.run("update callward.agent set account_id = 7 where name = 'Tom'");
        assertEquals(Reason.NOT_YOURS, assertThrows(TransferRefused.class, () -> desk.sendsOn(CALL, 2L, null, null)).reason());
        desk.signedIn.account = 7L;
        desk.sendsOn(CALL, 2L, null, null);
        assertEquals("Transferred", desk.value("select kind from callward.call_event where call_id = ? order by id desc limit 1", CALL));
    }

    @Test
    void a_caller_who_has_talked_for_long_gets_all_the_time_again() {
        desk.clock.passes(Duration.ofSeconds(590));
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.resumes(CALL);
        desk.clock.passes(Duration.ofSeconds(15));
        desk.deadlines.look();
        assertEquals("transfer:1", desk.value("select progress ->> 'step' from callward.call where id = ?", CALL), "605 seconds after he called");
    }

    @Test
    void an_end_of_ringing_that_nobody_tells_is_made_up_for_and_the_first_talk_is_not_taken_for_it() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.resumes(CALL);
        carrier.leg(TOMS, "completed", 60);
        carrier.leg(ANNS, "no-answer", 0);
        desk.clock.passes(Duration.ofSeconds(90));
        desk.deadlines.look();
        assertEquals("transfer:1:back", desk.value("select progress ->> 'step' from callward.call where id = ?", CALL), "Ann has not answered");
        assertEquals("LIVE ANSWERED Tom", desk.state(CALL));
    }

    @Test
    void a_turn_that_the_carrier_never_fetched_is_brought_again() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.clock.passes(Duration.ofSeconds(90));
        desk.deadlines.look();
        desk.orders.look();
        assertEquals(List.of("redirect " + CALL + " /resumed/" + turn, "redirect " + CALL + " /resumed/" + turn), carrier.done);
    }

    @Test
    void news_of_the_talk_that_was_left_do_not_say_that_the_caller_has_been_moved() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        tomPutsDown();
        desk.clock.passes(Duration.ofSeconds(90));
        desk.deadlines.look();
        desk.orders.look();
        assertEquals(2, carrier.done.size(), "its answer was ignored, and the request for what the caller hears now got lost");
        assertEquals("transfer:1", desk.value("select progress ->> 'step' from callward.call where id = ?", CALL));
    }

    @Test
    void the_calls_page_says_in_words_where_the_caller_was_sent() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.orders.look();
        desk.resumes(CALL);
        desk.knocks(CALL, turn + 1, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, null, 0));
        List<EventRow> events = Wired.with(desk.sql, new Scripts()).bean(Calls.class).events(CALL);
        List<Station> stations = events.stream().filter(event -> event.inside() != null).flatMap(event -> event.inside().steps().stream()).map(step -> Station.of(step, events)).toList();
        assertEquals(List.of(new Station("hello", null), new Station("menu", null), new Station("people", null), new Station("Ann", "call.step.transfer"),
                new Station("Tom", "call.step.back")), stations);
        assertEquals(new Station("", "call.step.message"), Station.of("transfer:1:message", events));
        assertEquals(new Station("", "call.step.somewhere"), Station.of("transfer:2", events), "of which nobody knows any more");
    }

    @Test
    void a_caller_who_hangs_up_on_the_way_is_not_called_missed() {
        desk.sendsOn(CALL, 2L, null, null);
        desk.ends(CALL);
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        assertEquals("OVER ANSWERED Tom", desk.state(CALL));
    }
}
