package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import callward.call.Desk.Spoken;
import callward.call.TransferCall.Wish;
import callward.call.TransferRefused.Reason;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.house.TestDatabase;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tom talks to John and asks Ann about him, on a real database. */
class AskFirstCallTest {

    private static final String CALL = "CA" + "0".repeat(31) + "1";
    private static final String TOMS = "CA" + "0".repeat(31) + "2";
    private static final String ANNS = "CA" + "0".repeat(31) + "3";
    private static final Wish ASK_ANN = new Wish(2L, null, null, null, "Be kind.", true);

    /** Rings whoever is asked; says no to moving a leg when a test wants it so. */
    private static final class AskedCarrier extends GivenCarrier {
        volatile CarrierRefused refuses;

        @Override
        public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
            done.add("place " + to.address() + " " + script.getPath().replaceAll("[0-9a-f]{32}(?=/adv)", "TOKEN"));
            return new CallId(ANNS);
        }

        @Override
        public void redirect(String account, CallId call, URI script) {
            if (refuses != null && call.sid().equals(TOMS)) {
                throw refuses;
            }
            super.redirect(account, call, script);
        }
    }

    private final AskedCarrier carrier = new AskedCarrier();
    private Desk desk;
    private int turn;
    private String door;

    @BeforeEach
    void tomAsks() {
        Desk.empty();
        desk = new Desk(Desk.script(), carrier);
        desk.arrives(CALL);
        turn = desk.knocks(CALL, 1, now -> new CallEvent.Entered(now, "1")).nextTurn();
        desk.leg(CALL, TOMS, "tom", "ringing");
        desk.leg(CALL, TOMS, "tom", "in-progress");
        desk.clock.passes(Duration.ofSeconds(20));
        asks();
        door = desk.value("select progress #>> '{detour,asking,door}' from callward.call where id = ?", CALL);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    private void asks() {
        desk.own.run(() -> desk.transfers.transfer(CALL, ASK_ANN));
    }

    private void connects() {
        desk.own.run(() -> desk.transfers.connect(CALL));
    }

    private void takesBack() {
        desk.own.run(() -> desk.transfers.takeBack(CALL));
    }

    private Reason refuses(Runnable what) {
        return assertThrows(TransferRefused.class, what::run).reason();
    }

    // ---- what the carrier does -------------------------------------------------------------------------------------------------

    private ForColleague tom(String what) {
        return desk.asking.knocks(door + "/asker" + what, TOMS, Map.of());
    }

    private ForColleague ann(String what, Map<String, String> form) {
        return desk.asking.knocks(door + "/adviser/0" + what, ANNS, form);
    }

    private Spoken johnsDialEnds() {
        return desk.knocks(CALL, turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(TOMS), 20));
    }

    /** Tom's leg is moved, and Ann's telephone rings. */
    private void tomIsMoved() {
        desk.orders.look();
        assertInstanceOf(Verb.Park.class, johnsDialEnds().last());
        assertInstanceOf(ForColleague.Waits.class, tom(""));
        desk.orders.look();
        desk.leg(CALL, ANNS, "ann", "ringing");
    }

    private ForColleague annTakes() {
        assertInstanceOf(ForColleague.Asks.class, ann("", Map.of()));
        desk.leg(CALL, ANNS, "ann", "in-progress");
        return ann("/keyed/1", Map.of("Digits", "1"));
    }

    private static String queue(ForColleague fetches) {
        return assertInstanceOf(ForColleague.Fetches.class, fetches).queue();
    }

    private String state() {
        return desk.value("select progress #>> '{detour,asking,state}' from callward.call where id = ?", CALL);
    }

    private static List<String> rung(Spoken spoken) {
        return assertInstanceOf(Verb.Dial.class, spoken.last()).targets().stream().map(Verb.Target::key).toList();
    }

    private String openOrders() {
        return desk.value("select coalesce(string_agg(what ->> 'kind', ' ' order by id), '') from callward.carrier_order where done_at is null");
    }

    // ---- asked and connected -----------------------------------------------------------------------------------------------------

    @Test
    void the_one_who_asks_is_moved_first_and_only_then_the_colleague_is_rung() {
        desk.orders.look();
        assertEquals(List.of("redirect " + TOMS + " /" + door + "/asker"), carrier.done.stream().map(done -> done.replace("https://desk.example/twilio", "")).toList());
        assertEquals("MOVING", state());
        tomIsMoved();
        assertEquals("place client:ann", carrier.done.getLast().substring(0, 16));
        assertEquals(2, carrier.done.size());
        assertEquals("RINGING", state());
        assertInstanceOf(ForColleague.Hears.class, tom("/waits"));
        assertInstanceOf(ForColleague.Hears.class, desk.asking.knocks(door + "/caller/waits/" + (turn + 1), CALL, Map.of()));
    }

    @Test
    void who_hangs_up_has_connected_them() {
        tomIsMoved();
        assertEquals("cw-ask-" + door.substring(door.lastIndexOf('/') + 1) + "-a", queue(annTakes()));
        desk.leg(CALL, TOMS, "tom", "completed");
        assertTrue(queue(ann("/left", Map.of("DialBridged", "true"))).endsWith("-c"));
        desk.asking.knocks(door + "/caller/met/adviser", CALL, Map.of());
        assertEquals("LIVE ANSWERED Ann", desk.state(CALL));
        Spoken end = desk.knocks(CALL, turn + 1, now -> new CallEvent.Dequeued(now, DequeueOutcome.TALKED, null));
        assertInstanceOf(Verb.HangUp.class, end.last());
        assertInstanceOf(ForColleague.HangsUp.class, ann("/talked", Map.of("DialBridged", "true")));
        desk.ends(CALL);
        assertEquals("OVER ANSWERED Ann", desk.state(CALL));
        assertEquals("", openOrders());
    }

    @Test
    void a_click_connects_them_and_one_too_many_does_no_harm() {
        tomIsMoved();
        assertEquals(Reason.NOT_ANSWERED_YET, refuses(this::connects));
        annTakes();
        connects();
        connects();
        assertEquals(Reason.CONNECTED, refuses(this::takesBack));
        desk.orders.look();
        assertEquals(1, carrier.done.stream().filter(("end " + TOMS)::equals).count());
        assertTrue(desk.house.all().contains("CHANGED calls {with=Tom} {with=Ann}"), "it stands in the audit log, once");
        assertEquals(1, desk.house.all().stream().filter("CHANGED calls {with=Tom} {with=Ann}"::equals).count());
        assertTrue(queue(ann("/left", Map.of())).endsWith("-c"));
        assertTrue(queue(ann("/left", Map.of())).endsWith("-c"), "the same again is answered the same again");
    }

    @Test
    void the_same_again_is_asked_once_and_meanwhile_he_is_not_sent_on() {
        asks();
        assertEquals("1", desk.value("select count(*)::text from callward.call_event where call_id = ? and kind = 'AsksFirst'", CALL));
        assertEquals(Reason.ASKING, refuses(() -> desk.sendsOn(CALL, null, null, "support")));
        assertEquals(Reason.ASKING, refuses(() -> desk.sendsOn(CALL, 2L, null, null)));
        tomIsMoved();
        annTakes();
        asks();
        assertEquals("TALKING", state());
    }

    @Test
    void only_people_can_be_asked() {
        takesBack();
        tom("");
        desk.asking.knocks(door + "/caller/met/asker", CALL, Map.of());
        assertEquals(Reason.ASK_PERSON, refuses(() -> desk.own.run(() -> desk.transfers.transfer(CALL, new Wish(null, null, null, "support", null, true)))));
    }

    @Test
    void only_who_asks_himself_or_oversees_the_calls() {
        desk.signedIn.role = Role.AGENT;
        desk.signedIn.account = 8L;
        assertEquals(Reason.NOT_YOURS, refuses(this::takesBack));
        TestDatabase.run("insert into callward.account (id, username, name, password, role, created_at) overriding system value values (7, 'tom', 'Tom', 'x', 'AGENT', now())");
        TestDatabase.run("update callward.agent set account_id = 7 where name = 'Tom'");
        desk.signedIn.account = 7L;
        tomIsMoved();
        annTakes();
        connects();
        assertEquals("CONNECTING", state());
    }

    // ---- taken back -----------------------------------------------------------------------------------------------------------------

    @Test
    void who_declines_leaves_the_caller_with_who_asked_and_he_may_send_him_on_then() {
        tomIsMoved();
        ann("", Map.of());
        assertInstanceOf(ForColleague.HangsUp.class, ann("/keyed/1", Map.of("Digits", "*")));
        assertEquals("DECLINED", desk.value("select case when declined_at is not null and accepted_at is null then 'DECLINED' end from callward.leg where id = ?", ANNS));
        assertInstanceOf(ForColleague.Leaves.class, tom("/waits"));
        ForColleague back = tom("/left");
        assertTrue(queue(back).endsWith("-c"));
        assertTrue(back.toString().contains("Ann declines. ") || back.toString().contains("Ann declines."));
        desk.asking.knocks(door + "/caller/met/asker", CALL, Map.of());
        assertEquals("LIVE ANSWERED Tom", desk.state(CALL));
        desk.clock.passes(Duration.ofSeconds(400));
        desk.deadlines.look();
        assertEquals("RETURNED", state(), "a talk takes as long as it takes");
        desk.sendsOn(CALL, null, null, "support");
        desk.orders.look();
        assertInstanceOf(Verb.Record.class, desk.resumes(CALL).last());
        assertEquals("COMPLETED", desk.value("select state from callward.leg where id = ?", TOMS));
    }

    @Test
    void a_click_takes_the_caller_back_and_the_colleague_is_let_go() {
        tomIsMoved();
        annTakes();
        takesBack();
        takesBack();
        assertEquals(Reason.TAKEN_BACK, refuses(this::connects));
        desk.orders.look();
        assertEquals(1, carrier.done.stream().filter(("end " + ANNS)::equals).count());
        desk.leg(CALL, ANNS, "ann", "completed");
        assertTrue(queue(tom("/left")).endsWith("-c"));
    }

    @Test
    void whose_telephone_was_not_rung_yet_is_not_rung_any_more() {
        desk.orders.look();
        johnsDialEnds();
        tom("");
        takesBack();
        desk.orders.look();
        assertEquals(1, carrier.done.size(), "she is not rung");
        assertInstanceOf(ForColleague.Leaves.class, tom("/waits"));
    }

    @Test
    void a_voicemail_is_no_colleague() {
        tomIsMoved();
        ann("", Map.of());
        desk.leg(CALL, ANNS, "ann", "in-progress");
        assertEquals("Tom", desk.value("select string_agg(coalesce(a.name, leg.label), ' ') from callward.leg leg join callward.device d on d.key = leg.device_key join callward.agent a on a.id = d.agent_id "
                + "where leg.answered_at is not null and (not leg.asks or leg.accepted_at is not null)"));
        desk.leg(CALL, ANNS, "ann", "completed");
        assertEquals("RETURNING", state());
        assertTrue(tom("/left").toString().contains("does not answer"));
    }

    @Test
    void who_comes_for_the_caller_before_he_waits_comes_again() {
        takesBack();
        desk.orders.look();
        ForColleague first = tom("");
        assertTrue(queue(first).endsWith("-c"));
        assertEquals(queue(first), queue(tom("/talked")), "the carrier does not know that queue yet");
        johnsDialEnds();
        assertEquals(queue(first), queue(tom("/talked")));
        assertEquals("RETURNING", state());
        assertInstanceOf(ForColleague.HangsUp.class, desk.asking.knocks(door + "/asker/talked", TOMS, Map.of("CallStatus", "completed")));
        assertEquals("OVER", state());
    }

    // ---- what goes wrong ------------------------------------------------------------------------------------------------------------

    @Test
    void who_hangs_up_before_he_is_moved_has_sent_the_caller_on() {
        carrier.refuses = new CarrierRefused(21220, "Call is not in-progress.");
        assertInstanceOf(Verb.Park.class, johnsDialEnds().last());
        desk.orders.look();
        assertEquals("OVER", state());
        carrier.refuses = null;
        desk.orders.look();
        assertEquals(List.of("redirect " + CALL + " /resumed/" + (turn + 1)), carrier.done);
        assertEquals(List.of("ann"), rung(desk.resumes(CALL)));
    }

    @Test
    void where_the_carrier_cannot_be_reached_he_goes_on_talking_and_the_call_ends_when_he_puts_down() {
        carrier.unreachable = new CarrierUnreachable("away", false, null);
        for (int i = 0; i < 12; i++) {
            desk.orders.look();
            desk.clock.passes(Duration.ofSeconds(2));
        }
        assertEquals("STAYED", state());
        assertEquals(Reason.NOT_ASKING, refuses(this::takesBack));
        carrier.unreachable = null;
        desk.clock.passes(Duration.ofSeconds(600));
        desk.deadlines.look();
        assertEquals("STAYED", state());
        johnsDialEnds();
        assertInstanceOf(ForColleague.Leaves.class, desk.asking.knocks(door + "/caller/waits/" + (turn + 1), CALL, Map.of()));
        assertInstanceOf(Verb.HangUp.class, desk.knocks(CALL, turn + 1, now -> new CallEvent.Dequeued(now, DequeueOutcome.LEFT, null)).last());
        assertEquals(List.of(), carrier.done);
    }

    /** A password that was changed a moment ago, say: that says nothing about who talks. */
    @Test
    void whom_the_carrier_does_not_move_for_another_reason_goes_on_talking() {
        carrier.refuses = new CarrierRefused(20003, "Authenticate");
        desk.orders.look();
        assertEquals("STAYED", state());
        assertEquals("", openOrders());
        asks();
        assertEquals("MOVING", state(), "he may ask again");
    }

    @Test
    void while_the_carrier_cannot_be_asked_to_let_who_asked_go_nobody_is_given_up() {
        tomIsMoved();
        annTakes();
        connects();
        carrier.unreachable = new CarrierUnreachable("away", false, null);
        for (int i = 0; i < 40; i++) {
            desk.orders.look();
            desk.clock.passes(Duration.ofSeconds(1));
        }
        carrier.unreachable = null;
        desk.deadlines.look();
        assertEquals("CONNECTING", state());
        desk.clock.passes(Duration.ofSeconds(10));
        desk.orders.look();
        assertEquals("end " + TOMS, carrier.done.getLast());
        assertTrue(queue(ann("/left", Map.of())).endsWith("-c"));
    }

    @Test
    void a_server_that_dies_before_it_tells_the_carrier_does_so_when_it_is_back() {
        desk.own.close();
        Desk again = new Desk(Desk.script(), carrier);
        again.clock.passes(Duration.ofSeconds(20));
        again.orders.look();
        assertEquals(1, carrier.done.size());
        again.own.close();
    }

    @Test
    void who_hangs_up_while_it_rings_has_sent_the_caller_to_the_colleague() {
        tomIsMoved();
        desk.leg(CALL, TOMS, "tom", "completed");
        assertEquals("HANDED", state());
        assertTrue(queue(annTakes()).endsWith("-c"));
        desk.asking.knocks(door + "/caller/met/adviser", CALL, Map.of());
        assertEquals("LIVE ANSWERED Ann", desk.state(CALL));
    }

    @Test
    void nobody_is_there_any_more_and_the_caller_comes_back() {
        tomIsMoved();
        desk.leg(CALL, TOMS, "tom", "completed");
        desk.leg(CALL, ANNS, "ann", "no-answer");
        desk.orders.look();
        assertEquals("redirect " + CALL + " /resumed/" + (turn + 1), carrier.done.getLast());
        assertEquals(List.of("tom"), rung(desk.resumes(CALL)));
        desk.knocks(CALL, turn + 2, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, null, 0));
        assertEquals("message", desk.value("select progress ->> 'step' from callward.call where id = ?", CALL));
    }

    @Test
    void who_was_to_fetch_the_caller_and_does_not_is_given_up_soon() {
        tomIsMoved();
        annTakes();
        connects();
        desk.clock.passes(Duration.ofSeconds(31));
        desk.orders.look();
        desk.deadlines.look();
        desk.orders.look();
        assertEquals("OVER", state());
        assertTrue(carrier.done.contains("end " + ANNS));
        assertEquals(List.of("tom"), rung(desk.resumes(CALL)));
    }

    @Test
    void a_caller_about_whom_they_talk_for_too_long_is_taken_back() {
        tomIsMoved();
        annTakes();
        desk.clock.passes(Duration.ofSeconds(100));
        desk.deadlines.look();
        assertEquals("TALKING", state());
        desk.clock.passes(Duration.ofSeconds(210));
        desk.deadlines.look();
        assertEquals("RETURNING", state());
        desk.orders.look();
        assertEquals("end " + ANNS, carrier.done.getLast());
        assertTrue(tom("/left").toString().contains("waited for long"));
    }

    @Test
    void where_not_a_word_comes_of_the_move_the_caller_is_not_lost() {
        desk.orders.look();
        johnsDialEnds();
        desk.clock.passes(Duration.ofSeconds(46));
        desk.deadlines.look();
        desk.orders.look();
        desk.leg(CALL, TOMS, "tom", "completed");
        assertEquals(List.of("tom"), rung(desk.resumes(CALL)));
    }

    @Test
    void a_caller_who_hangs_up_lets_both_go() {
        tomIsMoved();
        annTakes();
        desk.ends(CALL);
        assertEquals("OVER ANSWERED Tom", desk.state(CALL));
        desk.orders.look();
        assertTrue(carrier.done.getLast().startsWith("redirect " + TOMS), "he is moved to where he hears it");
        assertTrue(assertInstanceOf(ForColleague.HangsUp.class, tom("")).prompts().toString().contains("The caller has hung up"));
        assertTrue(assertInstanceOf(ForColleague.HangsUp.class, ann("/left", Map.of("DialBridged", "true"))).prompts().toString().contains("The caller has hung up"));
        assertNull(desk.value("select what from callward.deadline where call_id = ?", CALL));
        assertEquals("", openOrders());
    }

    @Test
    void a_caller_who_hangs_up_while_it_rings_stops_the_ringing() {
        tomIsMoved();
        desk.ends(CALL);
        desk.orders.look();
        assertEquals("end " + ANNS, carrier.done.getLast());
        assertInstanceOf(ForColleague.Leaves.class, tom("/waits"));
        assertTrue(tom("/left").toString().contains("The caller has hung up"));
        assertInstanceOf(ForColleague.HangsUp.class, ann("", Map.of()), "she had picked up at that moment");
    }

    @Test
    void a_request_of_an_asking_that_is_past_changes_nothing() {
        String first = door;
        tomIsMoved();
        annTakes();
        takesBack();
        desk.asking.knocks(first + "/caller/met/asker", CALL, Map.of());
        asks();
        assertInstanceOf(ForColleague.HangsUp.class, desk.asking.knocks(first + "/adviser/0/left", ANNS, Map.of()));
        assertInstanceOf(ForColleague.HangsUp.class, desk.asking.knocks(first + "/asker/talked", TOMS, Map.of("DialBridged", "true")));
        assertInstanceOf(ForColleague.Leaves.class, desk.asking.knocks(first + "/caller/waits/" + (turn + 1), CALL, Map.of()));
        assertEquals("MOVING", state());
    }

    @Test
    void both_are_told_of_as_those_who_talked() {
        tomIsMoved();
        annTakes();
        desk.leg(CALL, TOMS, "tom", "completed");
        ann("/left", Map.of());
        desk.asking.knocks(door + "/caller/met/adviser", CALL, Map.of());
        List<Object> told = desk.house.all().stream().filter(CallNews.class::isInstance).<Object>map(news -> ((CallNews) news).what()).filter(Happening.WasAnswered.class::isInstance).toList();
        assertEquals(List.of(new Happening.WasAnswered("Tom"), new Happening.WasAnswered("Ann")), told);
    }
}
