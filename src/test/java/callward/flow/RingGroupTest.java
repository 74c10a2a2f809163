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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RingGroupTest {

    private static final String JOHN = "+15553334444";
    private static final Accept ONE = new Accept("1", "9", 7);

    private static RingRules rules(RingStrategy strategy, int each, int total, int rounds) {
        return new RingRules(strategy, each, total, rounds, ONE, false);
    }

    private static final RingRules IN_ORDER = rules(RingStrategy.IN_ORDER, 15, 120, 1);
    private static final RingRules AT_ONCE = rules(RingStrategy.ALL_AT_ONCE, 15, 120, 1);

    private static Conversation script() {
        return Conversation.with(Scripts.of(new RingGroup("people", says("Connecting."), "sales", "closed", "nobodyFree", "nobody"), end("nobody"),
                end("closed"), end("nobodyFree")));
    }

    private static Conversation calls(RingRules rules, String... free) {
        return script().asks(free).group(rules, free).calls(JOHN);
    }

    // ---- one after another -----------------------------------------------------------------------------------------------

    @Test
    void members_are_rung_one_after_another() {
        calls(IN_ORDER, "tom", "ann", "bo").hears("Connecting.").popsUpFor("tom", "ann", "bo").rings("tom").ringsFor(15).nobodyAnswers()
                .hearsNothing().rings("ann").isBusy().rings("bo").talksTo("bo").tells(new Happening.WasAnswered("Bo"), new Happening.Ended(Outcome.ANSWERED));
    }

    @Test
    void who_is_free_is_asked_when_the_call_comes_to_the_step_with_all_that_is_known() {
        Conversation call = calls(IN_ORDER, "tom");
        Question.WhoIsFree asked = (Question.WhoIsFree) call.questions().getLast();
        assertEquals("sales", asked.group());
        assertEquals(JOHN, asked.facts().get("caller.number").orElseThrow());
    }

    @Test
    @Covers("S3.03")
    void an_agents_sip_telephone_rings_before_his_mobile() {
        Conversation call = script().telephone("ann-sip", "sip:ann@pbx.example.com").telephone("ann-mobile", "+15552000077")
                .group(IN_ORDER, "ann-sip", "ann-mobile").calls(JOHN).rings("ann-sip");
        assertNull(call.last(Verb.Dial.class).callerId(), "the caller's own number is shown");
        call.nobodyAnswers().rings("ann-mobile").talks(10).endsAs(Outcome.ANSWERED);
    }

    @Test
    void everybody_who_was_rung_in_vain_is_rung_again_as_many_rounds_as_the_group_says() {
        calls(rules(RingStrategy.ROUND_ROBIN, 15, 120, 2), "tom", "ann").nobodyAnswers().rings("ann").nobodyAnswers().rings("tom").passesOver()
                .nobodyAnswers().rings("ann").nobodyAnswers().hears("This is nobody.").endsAs(Outcome.MISSED);
    }

    @Test
    void the_last_one_has_what_is_left_of_the_whole_time_and_who_has_none_is_told_with_the_reason() {
        calls(rules(RingStrategy.IN_ORDER, 20, 30, 3), "tom", "ann", "bo").nobodyAnswers().ringsFor(10).nobodyAnswers()
                .passesOver("bo OUT_OF_TIME").hears("This is nobody.");
        calls(rules(RingStrategy.IN_ORDER, 20, 64, 2), "tom", "ann", "bo").nobodyAnswers().nobodyAnswers().nobodyAnswers().passesOver().enters("nobody");
    }

    // ---- all at once -----------------------------------------------------------------------------------------------------

    @Test
    @Covers({"S1.02", "S1.06"})
    void everybody_rings_at_once_and_the_first_who_takes_the_call_is_connected() {
        Conversation call = calls(AT_ONCE, "tom", "ann", "bo").rings("tom", "ann", "bo").ringsFor(15);
        assertEquals(ONE, call.last(Verb.Dial.class).accept());
        call.talksTo("ann").tells(new Happening.WasAnswered("Ann"), new Happening.Ended(Outcome.ANSWERED)).isHungUpOn();
    }

    @Test
    @Covers("S1.19")
    void more_than_ten_telephones_are_rung_in_batches_and_no_agent_is_torn_apart() {
        List<String> keys = new ArrayList<>();
        Conversation call = script();
        for (int agent = 0; agent < 9; agent++) {
            for (String device : List.of("x", "y")) {
                String key = "a" + agent + device;
                call.telephone(key, "client:" + key);
                keys.add(key);
            }
        }
        String[] all = keys.toArray(String[]::new);
        List<Verb.Target> owned = new ArrayList<>();
        call.group(AT_ONCE, all).calls(JOHN);
        assertEquals(10, call.last(Verb.Dial.class).targets().size());
        call.nobodyAnswers();
        assertEquals(8, call.last(Verb.Dial.class).targets().size());
        call.nobodyAnswers().hears("This is nobody.");
        for (int agent = 0; agent < 4; agent++) {
            for (int device = 0; device < 3; device++) {
                owned.add(new Verb.Target("a" + agent + device, "", new callward.phone.BrowserPhone("x"), "Agent " + agent, 20));
            }
        }
        assertEquals(List.of(9, 3), waves(owned), "an agent's three telephones ring together");
        List<Verb.Target> many = IntStream.range(0, 12).mapToObj(i -> new Verb.Target("a" + i, "", new callward.phone.BrowserPhone("x"), "Ann", 20)).toList();
        assertEquals(List.of(10, 2), waves(many), "unless he has more than ten");
    }

    private static List<Integer> waves(List<Verb.Target> targets) {
        Steps steps = Scripts.of(new RingGroup("people", null, "sales", null, null, null));
        java.time.Instant now = java.time.Instant.EPOCH;
        Progress asking = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(now, Facts.NONE)).progress();
        Turn turn = CallFlow.next(steps, asking, new CallEvent.Learned(now, new Answer.Members(targets, List.of(), AT_ONCE, true, false)));
        List<Integer> sizes = new ArrayList<>();
        while (turn.verbs().getLast() instanceof Verb.Dial dial) {
            sizes.add(dial.targets().size());
            turn = CallFlow.next(steps, turn.progress(), new CallEvent.DialEnded(now, CallEvent.DialOutcome.NO_ANSWER, null, 0));
        }
        return sizes;
    }

    // ---- whoever picks up is asked ---------------------------------------------------------------------------------------

    @Test
    @Covers("S1.07")
    void a_voicemail_that_picks_up_first_leaves_the_call_to_the_others() {
        calls(AT_ONCE, "tom", "ann", "bo").picksUpInSilence("ann").hearsNothing().rings("tom", "bo").ringsFor(15).isNotOver()
                .picksUpInSilence("tom").rings("bo").talksTo("bo").endsAs(Outcome.ANSWERED);
    }

    @Test
    void when_all_have_picked_up_in_vain_the_next_round_rings_them_again_but_not_who_declined() {
        calls(rules(RingStrategy.ALL_AT_ONCE, 15, 120, 2), "tom", "ann", "bo").picksUpInSilence("tom").declines("ann").rings("bo").picksUpInSilence("bo")
                .rings("tom", "bo").nobodyAnswers().hears("This is nobody.").endsAs(Outcome.MISSED);
    }

    @Test
    void who_declines_is_not_rung_on_his_other_telephones_either() {
        Verb.Target desk = new Verb.Target("desk", "Desk", new callward.phone.BrowserPhone("a"), "Ann", 20, true);
        Verb.Target mobile = new Verb.Target("mobile", "Mobile", new callward.phone.BrowserPhone("b"), "Ann", 20, true);
        Steps steps = Scripts.of(new RingGroup("people", null, "sales", null, null, null));
        java.time.Instant now = java.time.Instant.EPOCH;
        Progress asking = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(now, Facts.NONE)).progress();
        Progress ringing = CallFlow.next(steps, asking, new CallEvent.Learned(now, new Answer.Members(List.of(desk, mobile), List.of(),
                rules(RingStrategy.IN_ORDER, 15, 120, 5), true, false))).progress();
        Turn turn = CallFlow.next(steps, ringing, new CallEvent.DialEnded(now, CallEvent.DialOutcome.DECLINED, null, 0, "desk"));
        assertTrue(turn.progress().over(), "nobody is left");
    }

    @Test
    void when_nobody_can_tell_who_picked_up_they_are_rung_one_by_one() {
        calls(AT_ONCE, "tom", "ann").picksUpInSilence(null).rings("tom").picksUpInSilence(null).rings("ann").talksTo("ann").endsAs(Outcome.ANSWERED);
    }

    @Test
    void where_nobody_is_asked_the_carrier_need_not_know_how() {
        assertNull(script().group(AT_ONCE, "tom", "ann").calls(JOHN).last(Verb.Dial.class).accept());
        Conversation mixed = script().asks("tom").group(AT_ONCE, "tom", "ann").calls(JOHN);
        assertEquals(ONE, mixed.last(Verb.Dial.class).accept());
        assertEquals(List.of(true, false), mixed.last(Verb.Dial.class).targets().stream().map(Verb.Target::asks).toList());
    }

    // ---- who is not rung -------------------------------------------------------------------------------------------------

    @Test
    @Covers("B04")
    void whoever_is_not_rung_is_told_with_the_reason() {
        List<Answer.NotRung> away = List.of(new Answer.NotRung("bo", "Bo", Remark.Why.OUT_OF_OFFICE));
        script().group(IN_ORDER, away, false, "tom", "ann").calls(JOHN).enters("people").passesOver("bo OUT_OF_OFFICE")
                .talksTo("tom").passesOver("ann ANSWERED_BEFORE");
        calls(IN_ORDER, "tom", "ann", "bo").hangsUp().passesOver("ann CALLER_GONE", "bo CALLER_GONE").endsAs(Outcome.MISSED);
        calls(AT_ONCE, "tom", "ann").talksTo("tom").passesOver();
        calls(rules(RingStrategy.IN_ORDER, 15, 120, 2), "tom", "ann").nobodyAnswers().nobodyAnswers().talksTo("tom").passesOver();
    }

    @Test
    @Covers("S1.09")
    void with_nobody_free_the_caller_goes_the_way_that_the_step_says() {
        script().group(IN_ORDER, List.of(new Answer.NotRung("tom", "Tom", Remark.Why.ON_A_CALL)), false).calls(JOHN)
                .passesOver("tom ON_A_CALL").doesNotHear("Connecting").hears("This is nobodyFree.").endsAs(Outcome.MISSED);
        bare(null, "nobody").group(IN_ORDER).calls(JOHN).hears("This is nobody.");
        bare(null, null).group(IN_ORDER).calls(JOHN).hears("nobody can take your call").isHungUpOn().endsAs(Outcome.MISSED);
    }

    private static Conversation bare(String nobodyFree, String unanswered) {
        return Conversation.with(Scripts.of(new RingGroup("people", null, "sales", null, nobodyFree, unanswered), end("nobody")));
    }

    @Test
    void while_the_group_s_hours_are_off_nobody_rings() {
        script().group(IN_ORDER, "tom").groupIsClosed().calls(JOHN).passesOver("tom CLOSED").hears("This is closed.");
        bare(null, "nobody").group(IN_ORDER, "tom").groupIsClosed().calls(JOHN).hears("This is nobody.");
    }

    @Test
    void a_group_that_is_gone_is_told_and_the_caller_goes_on() {
        script().calls(JOHN).passesOver("sales NOT_THERE").hears("This is nobodyFree.");
    }

    @Test
    @Covers("S1.04")
    void a_member_who_calls_is_told_that_he_cannot_call_himself_or_is_only_left_out() {
        RingRules drops = new RingRules(RingStrategy.IN_ORDER, 15, 120, 1, ONE, true);
        script().group(drops, List.of(), true, "ann").calls("+15552000001").hears("You cannot call yourself").isHungUpOn().endsAs(Outcome.REFUSED);
        script().group(IN_ORDER, List.of(new Answer.NotRung("tom", "Tom", Remark.Why.IS_CALLER)), true, "ann").calls("+15552000001")
                .passesOver("tom IS_CALLER").rings("ann");
        script().group(IN_ORDER, "tom", "ann").calls("+15552000001").passesOver("tom IS_CALLER").rings("ann");
    }

    // ---- clocks and ends -------------------------------------------------------------------------------------------------

    @Test
    @Covers("B14")
    void time_that_is_up_counts_as_not_answered() {
        calls(AT_ONCE, "tom", "ann").timeIsUp().hears("This is nobody.");
        calls(IN_ORDER, "tom", "ann").happens(new CallEvent.CallTimeIsUp(java.time.Instant.EPOCH)).passesOver("ann OUT_OF_TIME").hears("This is nobody.");
    }

    @Test
    void a_talk_the_carrier_tells_of_after_the_end_counts_all_the_same() {
        Conversation call = calls(AT_ONCE, "tom", "ann").hangsUp().talksTo("ann").tells(new Happening.WasAnswered("Ann")).endsAs(Outcome.ANSWERED);
        call.talksTo("ann").tells();
    }

    @Test
    void whom_the_carrier_connected_and_cannot_name_was_one_of_those_that_rang() {
        calls(AT_ONCE, "tom", "ann").talksTo(null).tells(new Happening.WasAnswered("Tom / Ann"), new Happening.Ended(Outcome.ANSWERED));
    }

    @Test
    void it_is_told_once_and_of_each_once_that_nobody_answered() {
        Conversation call = calls(rules(RingStrategy.ALL_AT_ONCE, 15, 120, 3), "tom", "ann").nobodyAnswers().nobodyAnswers().picksUpInSilence("ann").nobodyAnswers();
        assertEquals(List.of(List.of("tom", "ann")), call.news().stream().filter(Happening.NobodyAnswered.class::isInstance)
                .map(told -> ((Happening.NobodyAnswered) told).targets().stream().map(Verb.Target::key).toList()).toList());
    }

    @Test
    void many_telephones_that_are_busy_at_once_do_not_use_up_the_call() {
        String[] keys = Stream.iterate(0, i -> i + 1).limit(60).map(i -> "p" + i).toArray(String[]::new);
        Conversation call = script();
        Stream.of(keys).forEach(key -> call.telephone(key, "client:" + key));
        call.group(rules(RingStrategy.IN_ORDER, 15, 3600, 10), keys).calls(JOHN);
        for (int i = 0; i < CallFlow.MOST_TURNS && !call.progress().over(); i++) {
            call.isBusy();
        }
        call.hears("This is nobody.").endsAs(Outcome.MISSED);
    }

    @Test
    void it_needs_a_group() {
        assertEquals("group of step \"r\" must not be empty", assertThrows(IllegalArgumentException.class,
                () -> new RingGroup("r", null, " ", null, null, null)).getMessage());
    }
}
