package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Ring;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.phone.LegId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The carrier tells how a ringing came out, and that its caller is gone, before it tells of the call's end. */
class CallerGoneTest {

    private static final String CALL = "CA1";

    private Desk desk;

    @BeforeEach
    void company() {
        Desk.empty();
        Ring first = new Ring("first", List.of(), List.of("tom"), 20, 0, "then");
        desk = new Desk(new Steps("first", List.of(first, new Ring("then", List.of(), List.of("ann"), 20, 0, null)), null), new GivenCarrier());
        desk.arrives(CALL);
        desk.leg(CALL, "L1", "tom", "ringing");
        desk.clock.passes(Duration.ofSeconds(9));
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void nobody_else_is_rung_for_him() {
        assertEquals(new Verb.HangUp(), rangInVain(true).last());
        assertEquals("OVER MISSED -", desk.state(CALL));
        assertEquals(1, news(Happening.AboutToRing.class));
        assertEquals(1, news(Happening.Ended.class));
        desk.ends(CALL);
        assertEquals(1, news(Happening.Ended.class));
        assertEquals("REPEATED", desk.value("select ignored from callward.call_event where call_id = ? and door = 'ended'", CALL));
    }

    @Test
    void for_one_who_is_still_there_the_next_is_rung() {
        assertEquals(List.of("ann"), ((Verb.Dial) rangInVain(false).last()).targets().stream().map(Verb.Target::key).toList());
        assertEquals(2, news(Happening.AboutToRing.class));
    }

    @Test
    void a_talk_that_he_ended_was_had() {
        desk.mentions(CALL, 1, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId("L1"), 5));
        assertEquals("OVER ANSWERED tom", desk.state(CALL));
        assertEquals(1, news(Happening.WasAnswered.class));
    }

    @Test
    void how_long_it_was_is_our_word_until_the_carrier_says_it() {
        rangInVain(true);
        assertEquals("9", desk.value("select seconds::text from callward.call where id = ?", CALL));
        desk.ends(CALL);
        assertEquals("1", desk.value("select seconds::text from callward.call where id = ?", CALL));
    }

    private Desk.Spoken rangInVain(boolean gone) {
        return gone ? desk.mentions(CALL, 1, now -> new CallEvent.DialEnded(now, DialOutcome.CANCELED, new LegId("L1"), 0))
                : desk.knocks(CALL, 1, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, new LegId("L1"), 0));
    }

    private long news(Class<? extends Happening> kind) {
        return desk.house.all().stream().filter(CallNews.class::isInstance).filter(news -> kind.isInstance(((CallNews) news).what())).count();
    }
}
