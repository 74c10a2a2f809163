package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.PhonesInUse;
import callward.call.Desk.Spoken;
import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.RingGroup;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.house.Covers;
import callward.house.Wired;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A telephone that asks is picked up: by somebody, or by a machine. */
@Covers("S1.12")
class PickUpsTest {

    private static final String CALL = "CA1";

    private final GivenCarrier carrier = new GivenCarrier();
    private Desk desk;
    private Spoken ringing;

    @BeforeEach
    void tomAnnAndBoRingAtOnce() {
        Desk.empty();
        List<Step> steps = List.of(new RingGroup("people", List.of(), "sales", null, null, "message"),
                new TakeMessage("message", List.of(), "support", 60, 5, "#", false, List.of()));
        desk = new Desk(new Steps("people", steps, null), carrier);
        List<Verb.Target> phones = Stream.of("tom", "ann", "bo").map(key -> new Verb.Target(key, key, Destination.of("client:" + key), key, 20, true)).toList();
        desk.group = new Answer.Members(phones, List.of(), new RingRules(RingStrategy.ALL_AT_ONCE, 20, 300, 2, new Accept("1", "9", 5), false), true, false);
        ringing = desk.arrives(CALL);
        assertEquals(List.of("tom", "ann", "bo"), rung(ringing));
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    @Covers("S1.07")
    void who_presses_the_key_talks_to_the_caller() {
        assertInstanceOf(Whisper.Ask.class, picksUp("L1", "tom"));
        assertInstanceOf(Whisper.Connect.class, presses("L1", "tom", "1"));
        dialEnds("L1", DialOutcome.ANSWERED);
        assertEquals("LIVE ANSWERED tom", desk.state(CALL));
    }

    @Test
    void that_he_takes_it_is_written_down_before_he_is_put_through_and_the_same_request_gets_the_same_answer() {
        picksUp("L1", "tom");
        presses("L1", "tom", "1");
        assertEquals("t", desk.value("select (accepted_at is not null)::text from callward.leg").substring(0, 1));
        assertInstanceOf(Whisper.Connect.class, presses("L1", "tom", "1"));
        assertEquals("1", desk.value("select count(*)::text from callward.leg"));
        assertEquals("LegAsked LegAccepted LegAccepted", desk.value("select string_agg(kind, ' ' order by id) from callward.call_event where kind like 'Leg%'"));
    }

    @Test
    @Covers("S1.07")
    void a_voicemail_that_picks_up_first_does_not_take_the_call_even_where_the_carrier_says_no_more_than_completed() {
        picksUp("L1", "tom");
        Spoken again = dialEnds("L1", DialOutcome.ANSWERED);
        assertEquals(List.of("ann", "bo"), rung(again));
        assertEquals("-", desk.value("select coalesce(answered_by, '-') from callward.call"));
        assertEquals("-", desk.value("select coalesce(answered_at::text, '-') from callward.call"));
    }

    @Test
    @Covers("B06")
    void who_declines_is_not_rung_again_and_who_stayed_silent_is() {
        picksUp("L1", "tom");
        assertInstanceOf(Whisper.Farewell.class, presses("L1", "tom", "9"));
        assertEquals(List.of("ann", "bo"), rung(dialEnds("L1", DialOutcome.SILENT)));
        picksUp("L2", "ann");
        assertEquals(List.of("bo"), rung(dialEnds("L2", DialOutcome.SILENT)));
        assertEquals(List.of("ann", "bo"), rung(dialEnds(null, DialOutcome.NO_ANSWER)));
    }

    @Test
    @Covers("B06")
    void a_wrong_key_is_asked_again_three_times_in_all() {
        picksUp("L1", "tom");
        assertInstanceOf(Whisper.Ask.class, desk.presses(CALL, "L1", "tom", turn(), "5", 1));
        assertInstanceOf(Whisper.Ask.class, desk.presses(CALL, "L1", "tom", turn(), "6", 2));
        assertInstanceOf(Whisper.Farewell.class, desk.presses(CALL, "L1", "tom", turn(), "7", 3));
        assertEquals(List.of("ann", "bo"), rung(dialEnds("L1", DialOutcome.SILENT)));
    }

    @Test
    void only_one_takes_the_call() {
        picksUp("L1", "tom");
        picksUp("L2", "ann");
        assertInstanceOf(Whisper.Connect.class, presses("L1", "tom", "1"));
        assertTrue(said(presses("L2", "ann", "1")).contains("Somebody else"));
        assertEquals("L1", desk.value("select string_agg(id, ' ') from callward.leg where accepted_at is not null"));
    }

    @Test
    void who_presses_the_key_when_the_caller_has_gone_or_gone_on_is_told_so() {
        picksUp("L1", "tom");
        int turn = turn();
        dialEnds("L1", DialOutcome.SILENT);
        assertTrue(said(desk.presses(CALL, "L1", "tom", turn, "1", 1)).contains("does not wait any more"));
        desk.ends(CALL);
        assertTrue(said(desk.picksUp(CALL, "L2", "ann", turn())).contains("does not wait any more"));
        assertEquals("0", desk.value("select count(*)::text from callward.leg where accepted_at is not null"));
    }

    @Test
    void what_the_carrier_tells_of_the_telephone_may_come_in_any_order() {
        leg("L1", "tom", "completed");
        assertInstanceOf(Whisper.Ask.class, picksUp("L1", "tom"));
        leg("L1", "tom", "in-progress");
        assertEquals("COMPLETED true", desk.value("select state || ' ' || asks from callward.leg"));
        assertEquals("-", desk.value("select coalesce(answered_at::text, '-') from callward.call"), "a pick-up is no answer");
        assertEquals(List.of("ann", "bo"), rung(dialEnds("L1", DialOutcome.SILENT)));
    }

    @Test
    void a_telephone_that_nothing_was_told_of_is_none_that_answered() {
        assertEquals(List.of("tom"), rung(dialEnds("L9", DialOutcome.ANSWERED)), "they are rung one by one then");
    }

    @Test
    @Covers("B14")
    void the_clock_does_not_take_a_voicemail_for_a_talk_when_the_news_got_lost() {
        picksUp("L1", "tom");
        carrier.leg("L1", "completed", 9);
        desk.clock.passes(Duration.ofSeconds(240));
        desk.deadlines.look();
        assertEquals("LIVE MISSED -", desk.state(CALL));
        assertEquals(List.of("ann", "bo"), rung(desk.resumes(CALL)), "the carrier had stopped them when Tom's was picked up");
    }

    @Test
    @Covers("B14")
    void the_clock_knows_a_talk_whose_news_got_lost_by_its_key() {
        picksUp("L1", "ann");
        presses("L1", "ann", "1");
        carrier.leg("L1", "completed", 90);
        desk.clock.passes(Duration.ofSeconds(240));
        desk.deadlines.look();
        assertEquals("LIVE ANSWERED ann", desk.state(CALL));
    }

    @Test
    void whoever_is_asked_or_was_silent_is_not_one_who_has_talked() {
        picksUp("L1", "tom");
        leg("L1", "tom", "completed");
        assertEquals(List.of(), talked("tom"));
        picksUp("L2", "ann");
        presses("L2", "ann", "1");
        leg("L2", "ann", "completed");
        assertEquals(List.of("ann"), talked("ann"));
    }

    private List<String> talked(String phone) {
        TalkingPhones phones = Wired.with(desk.sql).bean(TalkingPhones.class);
        return phones.talks(List.of(phone), desk.clock.instant().minusSeconds(60)).stream().map(PhonesInUse.Talk::key).toList();
    }

    // ---- the carrier -----------------------------------------------------------------------------------------------------

    private int turn() {
        return Integer.parseInt(desk.value("select turn::text from callward.call"));
    }

    private Whisper picksUp(String leg, String phone) {
        return desk.picksUp(CALL, leg, phone, turn());
    }

    private Whisper presses(String leg, String phone, String key) {
        return desk.presses(CALL, leg, phone, turn(), key, 1);
    }

    private Spoken dialEnds(String leg, DialOutcome outcome) {
        return desk.knocks(CALL, turn(), now -> new CallEvent.DialEnded(now, outcome, leg == null ? null : new LegId(leg), 5));
    }

    private void leg(String leg, String phone, String status) {
        desk.own.run(() -> desk.switchboard.legMoved(new LegNews(new CallId(CALL), new LegId(leg), phone, "client:" + phone, status, 1, desk.clock.instant(), true), "leg"));
    }

    private static List<String> rung(Spoken spoken) {
        return ((Verb.Dial) spoken.last()).targets().stream().map(Verb.Target::key).toList();
    }

    private static String said(Whisper whisper) {
        return ((Verb.Say) ((Whisper.Farewell) whisper).prompts().getFirst()).text();
    }
}
