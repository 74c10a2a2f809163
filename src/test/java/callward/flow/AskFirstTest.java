package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.Consultation.News;
import callward.flow.Consultation.State;
import callward.flow.Consultation.Why;
import callward.flow.Happening.Outcome;
import callward.flow.TransferTo.ToTelephones;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.script.StepsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tom talks to John, and asks Ann about him, who has two telephones. */
class AskFirstTest {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final LegId TOMS = new LegId("CAtom");
    private static final LegId ANNS = new LegId("CAann0");
    private static final List<Verb.Target> PHONES = List.of(phone("ann"), phone("mobile"));

    private static Verb.Target phone(String key) {
        return new Verb.Target(key, "Ann, " + key, Destination.of("client:" + key), "Ann", 20);
    }

    private static Conversation asks() {
        CallEvent.Transferred how = new CallEvent.Transferred(THEN, new ToTelephones("Ann", List.of("ann", "mobile")), new Talk(TOMS, "Tom", "tom"), "Tom", "He is upset.", "support");
        return Conversation.with(Scripts.of(new Ring("people", List.of(), List.of("tom"), 0, 0, "message"),
                        new TakeMessage("message", Scripts.says("Nobody can take your call."), "support", 60, 5, "#", false, List.of())))
                .telephone("mobile", "+15552000003").calls("+15550101234").rings("tom").happens(new CallEvent.AsksFirst(how, "t0k3n", PHONES));
    }

    private static Consultation standing(Conversation call) {
        return Consultation.in(call.progress());
    }

    /** Words for what happens, in order: those of the table below. */
    private static Conversation happens(Conversation call, String words) {
        for (String word : words.split(" ")) {
            call.happens(switch (word) {
                case "dequeued" -> new CallEvent.Dequeued(THEN, DequeueOutcome.TALKED, null);
                case "john-gone" -> new CallEvent.CallerGone(THEN);
                default -> new CallEvent.Consulted(THEN, news(word));
            });
        }
        return call;
    }

    private static News news(String word) {
        return switch (word) {
            case "moved" -> new News.AskerArrived();
            case "not-moved" -> new News.AskerNotMoved(true);
            case "carrier-away" -> new News.AskerNotMoved(false);
            case "tom-gone" -> new News.AskerGone();
            case "tom-alone" -> new News.AskerFree();
            case "rings" -> new News.AdviserRings(0, ANNS);
            case "takes" -> new News.AdviserTakes(0, ANNS);
            case "mobile-takes" -> new News.AdviserTakes(1, new LegId("CAann1"));
            case "declines" -> new News.AdviserDeclines(0);
            case "ann-gone" -> new News.AdviserGone(0);
            case "mobile-gone" -> new News.AdviserGone(1);
            case "ann-alone" -> new News.AdviserFree();
            case "ann-met" -> new News.CallerMet(true);
            case "tom-met" -> new News.CallerMet(false);
            case "connect" -> new News.Connect();
            case "take-back" -> new News.TakeBack();
            case "time" -> new News.TimeIsUp();
            default -> throw new AssertionError(word);
        };
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(nullValues = "-", value = {
        // Ann answers; who connects, and how
        "moved, RINGING, -",
        "moved rings takes, TALKING, -",
        "moved rings takes connect, CONNECTING, CLICKED",
        "moved rings takes connect connect, CONNECTING, CLICKED",
        "moved rings takes connect take-back, CONNECTING, CLICKED",
        "moved rings takes connect tom-gone ann-alone, CONNECTING, CLICKED",
        "moved rings takes connect ann-alone ann-met, CONNECTED, CLICKED",
        "moved rings takes tom-gone, CONNECTING, PUT_DOWN",
        "moved rings takes ann-alone, CONNECTING, PUT_DOWN",
        "moved rings takes ann-alone tom-gone, CONNECTING, PUT_DOWN",
        "moved rings takes tom-gone ann-alone ann-met, CONNECTED, PUT_DOWN",
        // taken back: by a click, or since Ann does not want, or cannot
        "take-back, RETURNING, TAKEN_BACK",
        "moved take-back, RETURNING, TAKEN_BACK",
        "moved rings take-back, RETURNING, TAKEN_BACK",
        "moved rings take-back takes, RETURNING, TAKEN_BACK",
        "moved rings takes take-back, RETURNING, TAKEN_BACK",
        "moved rings takes take-back connect, RETURNING, TAKEN_BACK",
        "moved rings takes take-back ann-gone tom-alone, RETURNING, TAKEN_BACK",
        "moved rings takes take-back ann-alone, RETURNING, TAKEN_BACK",
        "moved rings takes take-back tom-met, RETURNED, TAKEN_BACK",
        "moved rings declines, RETURNING, DECLINED",
        "moved rings ann-gone, RINGING, -",
        "moved rings ann-gone mobile-takes, TALKING, -",
        "moved rings ann-gone takes, RINGING, -",
        "moved ann-gone mobile-gone, RETURNING, NO_ANSWER",
        "moved rings takes ann-gone, RETURNING, LEFT",
        "moved rings takes tom-alone, RETURNING, LEFT",
        "moved rings takes tom-alone ann-gone, RETURNING, LEFT",
        "moved tom-alone, RETURNING, FAILED",
        // who was taken for gone is there
        "moved rings takes tom-alone ann-alone, CONNECTING, PUT_DOWN",
        "moved rings takes ann-alone tom-alone, RETURNING, LEFT",
        // Tom hangs up before she answers
        "moved tom-gone, HANDED, PUT_DOWN",
        "moved rings tom-gone takes, CONNECTING, PUT_DOWN",
        "moved rings tom-gone ann-gone mobile-takes, CONNECTING, PUT_DOWN",
        "moved rings tom-gone take-back, HANDED, PUT_DOWN",
        // the carrier cannot be told
        "carrier-away, STAYED, FAILED",
        "carrier-away moved, RETURNING, FAILED",
        "moved carrier-away, RINGING, -",
        "moved not-moved, RINGING, -",
        // too long
        "moved time, RETURNING, TIME_IS_UP",
        "moved rings takes time, RETURNING, TIME_IS_UP",
        "moved rings takes ann-alone ann-met time, CONNECTED, PUT_DOWN"})
    void where_they_stand(String what, State state, Why why) {
        Conversation call = happens(asks(), what).isNotOver();
        assertEquals(state, standing(call).state());
        assertEquals(why, standing(call).why());
        assertEquals(standing(call), StepsJson.read(StepsJson.write(call.progress()), Progress.class).detour().asking(), "it is kept as JSON");
    }

    @ParameterizedTest(name = "{0}: rings {1}")
    @CsvSource({
        "tom-gone, ann", "not-moved, ann",
        "moved tom-gone ann-gone mobile-gone, tom", "moved rings tom-gone declines, tom",
        "moved rings takes connect ann-gone, tom", "moved rings takes tom-gone ann-gone, tom",
        "moved rings takes take-back tom-gone, tom", "moved declines tom-gone, tom", "take-back not-moved, tom",
        "time, tom", "moved time time, tom", "moved tom-gone time, tom", "moved rings takes connect time, tom", "moved rings takes take-back time, tom"})
    void nobody_is_lost(String what, String rings) {
        Conversation call = happens(asks(), what);
        call.rings(rings.equals("ann") ? new String[] {"ann"} : new String[] {rings});
        assertEquals(State.OVER, standing(call).state());
        call.nobodyAnswers();
        while (call.reply().getLast() instanceof Verb.Dial) {
            call.nobodyAnswers();
        }
        call.hears("Nobody can take your call.").isRecorded();
    }

    @Test
    void the_caller_waits_and_hears_why() {
        Conversation call = asks().hearsNothing().tells(new Happening.WasAnswered("Tom"));
        Verb.Park park = call.last(Verb.Park.class);
        assertEquals("cw-ask-t0k3n-c", park.queue());
        assertTrue(park.heard().toString().contains("One moment, please. I am asking a colleague."), "in the queue, where he can be fetched at once");
        call.knows("transfer.by", "Tom").knows("transfer.to", "Ann").knows("transfer.asks", "true");
    }

    @Test
    void a_caller_who_has_waited_for_a_group_hears_its_music_again() {
        CallEvent.Transferred how = new CallEvent.Transferred(THEN, new ToTelephones("Ann", List.of("ann")), new Talk(TOMS, "Tom", "tom"), "Tom", null, "support");
        Conversation call = Conversation.with(Scripts.of(new Hold("hold", List.of(), "sales", null, null, false, null, null, null, null)))
                .queue(new Answer.Queue(new Waiting("waltz", 30, 10, 600), true, true, false, 0, true)).calls("+15550101234").waits().happens(new CallEvent.AsksFirst(how, "t", PHONES));
        assertEquals("waltz", ((Verb.Play) call.last(Verb.Park.class).heard().getLast()).greeting());
    }

    @Test
    void only_who_has_left_the_caller_has_the_colleague_rung_whose_desk_shows_why_first() {
        Conversation call = asks().texts();
        happens(call, "moved").popsUpFor("ann").texts(new Order.Place(Destination.of("client:ann"), null, "ask/CA1/t0k3n/adviser/0", 20, "ann"));
        happens(call, "ann-gone").popsUpFor("mobile");
    }

    @Test
    void a_number_is_rung_as_one_that_the_company_does_not_list() {
        CallEvent.Transferred how = new CallEvent.Transferred(THEN, new ToTelephones("+1 555-010-9999", List.of("+15550109999")), new Talk(TOMS, "Tom", "tom"), "Tom", null, null);
        Verb.Target number = new Verb.Target("+15550109999", "+1 555-010-9999", Destination.of("+15550109999"), null, 25);
        Conversation call = asks().happens(new CallEvent.AsksFirst(how, "x", List.of(number)));
        happens(call, "moved").texts(new Order.Place(number.destination(), null, "ask/CA1/x/adviser/0", 25, null));
    }

    @Test
    void whoever_leaves_is_ended_and_nobody_else() {
        assertEquals(List.of(new Order.EndLeg(TOMS)), ends("moved rings takes connect connect"));
        assertEquals(List.of(new Order.EndLeg(ANNS)), ends("moved rings takes take-back take-back"));
        assertEquals(List.of(new Order.EndLeg(ANNS)), ends("moved rings take-back"));
        assertEquals(List.of(new Order.EndLeg(ANNS)), ends("moved take-back rings"), "it was ordered before");
        assertEquals(List.of(), ends("moved rings takes tom-gone ann-alone ann-met"));
        assertEquals(List.of(), ends("moved rings takes tom-alone tom-met"));
    }

    private static List<Order> ends(String what) {
        Steps script = Scripts.of(new Ring("people", List.of(), List.of("tom"), 0, 0, null));
        Progress progress = asks().progress();
        List<Order> orders = new ArrayList<>();
        for (String word : what.split(" ")) {
            Turn turn = CallFlow.next(script, progress, new CallEvent.Consulted(THEN, news(word)));
            progress = turn.progress();
            orders.addAll(turn.orders());
        }
        return orders.stream().filter(order -> !(order instanceof Order.Place)).toList();
    }

    @Test
    void a_caller_who_hangs_up_leaves_nothing_open() {
        assertEquals(List.of(), lets("john-gone"));
        assertEquals(List.of(new Order.EndLeg(ANNS)), lets("moved rings john-gone"));
        assertEquals(List.of(new Order.EndLeg(ANNS)), lets("moved rings tom-gone john-gone"));
        assertEquals(List.of(new Order.MoveLeg(TOMS, "ask/CA1/t0k3n/asker")), lets("moved rings takes john-gone"), "they hear it");
        assertEquals(List.of(), lets("moved rings takes ann-alone john-gone"), "she finds nobody");
    }

    private static List<Order> lets(String what) {
        String before = what.contains(" ") ? what.substring(0, what.lastIndexOf(' ')) : "";
        Conversation call = before.isEmpty() ? asks() : happens(asks(), before);
        Turn turn = CallFlow.next(Scripts.of(new Ring("people", List.of(), List.of("tom"), 0, 0, null)), call.progress(), new CallEvent.CallerGone(THEN));
        assertEquals(State.GONE, Consultation.in(turn.progress()).state());
        assertEquals(Outcome.ANSWERED, turn.progress().result());
        assertTrue(turn.progress().over());
        assertEquals(List.of(new Order.EndLeg(new LegId("CAlate"))), CallFlow.next(Scripts.example(), turn.progress(), new CallEvent.Consulted(THEN, new News.AdviserRings(0, new LegId("CAlate")))).orders());
        return turn.orders();
    }

    @Test
    void who_got_the_caller_has_answered_and_after_the_talk_the_call_is_over() {
        Conversation ann = happens(asks(), "moved rings takes tom-gone ann-alone ann-met").tells(new Happening.WasAnswered("Ann"));
        ann.knows("transfer.asks", null).knows("transfer.by", "Tom");
        assertEquals(List.of("CAtom"), ann.progress().detour().gone());
        happens(ann, "dequeued").isHungUpOn().tells(new Happening.Ended(Outcome.ANSWERED)).endsAs(Outcome.ANSWERED);
        Conversation tom = happens(asks(), "moved rings declines tom-met").tells(new Happening.WasAnswered("Tom")).knows("transfer.by", null);
        assertEquals(List.of("CAann0"), tom.progress().detour().gone());
        happens(tom, "dequeued").isHungUpOn().endsAs(Outcome.ANSWERED);
    }

    @Test
    void who_was_taken_for_gone_and_is_back_talks_to_the_caller_like_anybody() {
        Conversation call = happens(asks(), "moved rings takes ann-alone tom-alone tom-met");
        assertEquals(List.of("CAann0"), call.progress().detour().gone());
    }

    @Test
    void a_talk_whose_beginning_was_never_told_counts_as_well() {
        happens(asks(), "moved rings takes tom-gone dequeued").tells(new Happening.WasAnswered("Ann"), new Happening.Ended(Outcome.ANSWERED));
        happens(asks(), "moved rings declines dequeued").tells(new Happening.WasAnswered("Tom"), new Happening.Ended(Outcome.ANSWERED));
    }

    @Test
    void whoever_got_the_caller_may_send_him_on_or_ask_again() {
        Conversation call = happens(asks(), "moved rings takes tom-gone ann-alone ann-met");
        CallEvent.Transferred on = new CallEvent.Transferred(THEN, new ToTelephones("Bo", List.of("bo")), new Talk(ANNS, "Ann", "ann"), "Ann", null, "support");
        call.happens(new CallEvent.AsksFirst(on, "again", List.of(phone("bo")))).knows("transfer.by", "Ann").knows("transfer.to", "Bo");
        assertEquals("ask/CA1/again", standing(call).door());
        assertEquals(List.of("CAtom"), call.progress().detour().gone());
        happens(call, "moved declines tom-met");
        call.happens(on).rings("bo").nobodyAnswers().rings("ann").nobodyAnswers().hears("Nobody can take your call.");
    }

    @Test
    void a_caller_whom_the_carrier_lets_out_of_the_queue_is_not_lost() {
        for (DequeueOutcome how : List.of(DequeueOutcome.LEFT, DequeueOutcome.FULL, DequeueOutcome.FAILED)) {
            Conversation call = happens(asks(), "moved rings takes").isDequeued(how, null).rings("tom");
            assertEquals(State.OVER, standing(call).state());
        }
        happens(asks(), "moved").isDequeued(DequeueOutcome.MOVED, null).last(Verb.Park.class);
        happens(asks(), "carrier-away").isDequeued(DequeueOutcome.LEFT, null).isHungUpOn().endsAs(Outcome.ANSWERED);
        happens(asks(), "moved").isDequeued(DequeueOutcome.GONE, null).endsAs(Outcome.ANSWERED);
    }

    @Test
    void a_call_whose_own_time_is_up_gets_to_the_mailbox_and_the_others_are_let_go() {
        Conversation call = happens(asks(), "moved rings takes");
        call.happens(new CallEvent.CallTimeIsUp(THEN)).hears("Nobody can take your call.").isRecorded();
        assertFalse(standing(call).open());
        call.texts(Stream.of(new Order.Place(Destination.of("client:ann"), null, "ask/CA1/t0k3n/adviser/0", 20, "ann"), new Order.EndLeg(ANNS), new Order.EndLeg(TOMS)).toArray(Order[]::new));
    }

    @Test
    void a_telephone_that_rings_after_all_is_ended() {
        Conversation call = happens(asks(), "time").rings("tom");
        assertEquals(List.of(new Order.EndLeg(ANNS)), CallFlow.next(Scripts.of(new Ring("people", List.of(), List.of("tom"), 0, 0, null)), call.progress(),
                new CallEvent.Consulted(THEN, new News.AdviserRings(0, ANNS))).orders());
    }

    @Test
    void what_they_do_is_no_turn_of_the_caller() {
        Conversation call = asks();
        int turns = call.progress().turns();
        assertEquals(turns, happens(call, "moved rings takes take-back tom-met").progress().turns());
        assertEquals(List.of(), call.reply());
        CallEvent late = new CallEvent.Consulted(THEN, new News.Connect());
        assertEquals(List.of(), Conversation.with(Scripts.example()).calls("+15550101234").happens(late).reply(), "nobody asks there");
    }
}
