package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.call.QueueTown.Caller;
import callward.call.QueueTown.Habit;
import callward.carrier.Carrier.CarrierCall;
import callward.carrier.CarrierUnreachable;
import callward.flow.Hold;
import callward.flow.RingStrategy;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.HangUp;
import callward.flow.Utterance;
import callward.flow.Waiting;
import callward.house.Covers;
import callward.house.TestDatabase;
import callward.phone.CallId;
import callward.settings.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers wait, agents are asked: on a real database, at a carrier that plays our answers. */
class QueueTest {

    private final Map<String, Habit> habits = new HashMap<>();
    private QueueTown town;

    static Steps script() {
        return new Steps("queue", List.of(new Hold("queue", List.of(new Utterance.Words("Please hold.")), "support", "message", null, true, null, null, null, "message"),
                new TakeMessage("message", List.of(new Utterance.Words("Leave a message.")), "box", 60, 5, "#", false, List.of()), new HangUp("end", List.of())), null);
    }

    @BeforeEach
    void company() {
        Desk.empty();
        town = new QueueTown(script());
        town.habits = device -> habits.getOrDefault(device, Habit.RINGS_OUT);
    }

    @AfterEach
    void close() {
        town.desk.own.close();
    }

    @Test
    @Covers("S1.11")
    void agents_are_rung_one_after_another_until_one_takes_the_caller() {
        habits.put("ann", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(5);
        assertEquals(List.of("tom"), rung());
        town.passes(35);
        assertEquals(List.of("tom", "ann"), rung());
        assertTrue(john.isTalking());
        town.passes(60);
        assertEquals(List.of("ann"), john.talkedTo);
        assertEquals("OVER ANSWERED Ann", town.desk.state("CA1"));
        assertEquals("UNANSWERED TALKED", offers());
        assertEquals("DONE TALKED", place("CA1"));
    }

    @Test
    @Covers("S1.12")
    void whoever_picks_up_is_asked_and_may_say_no_or_nothing() {
        habits.put("tom", Habit.DECLINES);
        habits.put("ann", Habit.IS_SILENT);
        habits.put("bo", Habit.TAKES);
        town.groups.members.add("bo");
        Caller john = town.calls("CA1");
        town.passes(50);
        assertEquals("Call for Support. From plus 1, 5 5 5, 0 1 0, 1 2 3 4. Press any key to take the call. Press star to decline.", town.legs.getFirst().question);
        assertEquals(List.of("bo"), john.talkedTo);
        assertEquals("DECLINED SILENT ACCEPTED", offers());
    }

    @Test
    @Covers({"S1.07", "S3.03"})
    void a_telephone_whose_mailbox_picks_up_is_dropped_and_its_owner_is_rung_on_the_next_one() {
        town.groups.telephones.put("tom", List.of("tom_mobile", "tom_sip"));
        habits.put("tom_mobile", Habit.IS_SILENT);
        habits.put("tom_sip", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(30);
        assertEquals(List.of("tom_mobile", "tom_sip"), rung());
        assertEquals(List.of("tom_sip"), john.talkedTo);
        assertEquals("SILENT ACCEPTED", offers());
    }

    @Test
    @Covers("S1.07")
    void when_all_are_rung_at_once_a_mailbox_costs_its_owner_one_telephone_too() {
        town.groups.strategy = RingStrategy.ALL_AT_ONCE;
        town.groups.telephones.put("tom", List.of("tom_mobile", "tom_sip"));
        habits.put("tom_mobile", Habit.IS_SILENT);
        habits.put("tom_sip", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(30);
        assertEquals(List.of("tom_mobile", "ann", "tom_sip"), rung());
        assertEquals(List.of("tom_sip"), john.talkedTo);
    }

    @Test
    void whoever_has_only_a_mailbox_is_asked_again_in_the_next_round() {
        habits.put("tom", Habit.IS_SILENT);
        habits.put("ann", Habit.IS_SILENT);
        town.calls("CA1");
        town.passes(30);
        assertEquals(List.of("tom", "ann"), rung());
        town.passes(25);
        assertEquals(List.of("tom", "ann", "tom", "ann"), rung());
    }

    @Test
    void whoever_says_no_is_not_asked_on_his_other_telephone_before_the_next_round() {
        town.groups.telephones.put("tom", List.of("tom_mobile", "tom_sip"));
        habits.put("tom_mobile", Habit.DECLINES);
        habits.put("ann", Habit.DECLINES);
        town.calls("CA1");
        town.passes(15);
        assertEquals(List.of("tom_mobile", "ann"), rung());
    }

    @Test
    void a_trusted_telephone_is_put_through_at_once() {
        town.groups.asks = false;
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(10);
        assertEquals(List.of("tom"), john.talkedTo);
    }

    @Test
    void when_all_are_rung_at_once_the_first_who_accepts_has_him_and_the_others_stop() {
        town.groups.strategy = RingStrategy.ALL_AT_ONCE;
        town.groups.members.add("bo");
        habits.put("tom", Habit.IS_SILENT);
        habits.put("ann", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(4);
        assertEquals(List.of("tom", "ann", "bo"), rung());
        town.passes(10);
        assertEquals(List.of("ann"), john.talkedTo);
        assertEquals("canceled", town.legs.get(2).status);
        assertEquals("SILENT ACCEPTED TAKEN", offers());
    }

    @Test
    void of_two_who_accept_the_second_hears_that_he_is_late() {
        town.groups.strategy = RingStrategy.ALL_AT_ONCE;
        habits.put("tom", Habit.TAKES);
        habits.put("ann", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(20);
        assertEquals(1, john.talkedTo.size());
        assertEquals("Somebody else has taken the call. Goodbye.", town.legs.get(1).heard);
        assertEquals("ACCEPTED TAKEN", offers());
    }

    @Test
    void everybody_is_asked_again_after_a_pause() {
        habits.put("tom", Habit.DECLINES);
        habits.put("ann", Habit.IS_BUSY);
        town.calls("CA1");
        town.passes(15);
        assertEquals(List.of("tom", "ann"), rung());
        town.passes(18);
        assertEquals(List.of("tom", "ann", "tom", "ann"), rung());
    }

    @Test
    void the_longest_waiting_is_first_and_an_agent_is_asked_for_one_caller_at_a_time() {
        town.groups.members.remove("ann");
        town.talkSeconds = 20;
        habits.put("tom", Habit.TAKES);
        Caller first = town.calls("CA1");
        town.passes(2);
        Caller second = town.calls("CA2");
        town.passes(12);
        assertTrue(first.isTalking());
        assertEquals(1, town.legs.size());
        town.passes(30);
        assertTrue(first.isOver());
        assertTrue(second.isTalking());
    }

    @Test
    void whoever_waits_hears_his_place() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1");
        Caller second = town.calls("CA2");
        town.passes(3);
        assertTrue(second.last().startsWith("You are number 2 in the queue."), second.last());
        town.callers.get("CA1").hangsUp();
        town.passes(40);
        assertTrue(second.last().startsWith("You are the next caller."), second.last());
    }

    @Test
    @Covers("B04")
    void who_is_not_asked_stands_in_the_record_with_the_reason_once() {
        town.groups.signedOut.add("ann");
        town.calls("CA1");
        town.passes(60);
        assertEquals("1", town.desk.value("""
                select count(*) from callward.call_event where kind = 'Looked' and notes->'remarks'->0->>'why' = 'SIGNED_OUT' and notes->'remarks'->0->>'key' = 'agent:2'
                and jsonb_array_length(notes->'remarks') = 1"""));
        assertTrue(Integer.parseInt(town.desk.value("select count(*) from callward.call_event where kind = 'Looked'")) < 10);
    }

    @Test
    void a_caller_who_hangs_up_stops_the_ringing() {
        town.groups.strategy = RingStrategy.ALL_AT_ONCE;
        habits.put("ann", Habit.IS_SILENT);
        Caller john = town.calls("CA1");
        town.passes(5);
        john.hangsUp();
        town.passes(3);
        assertTrue(town.legs.stream().allMatch(QueueTown.Leg::isOver));
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
        assertEquals("WITHDRAWN WITHDRAWN", offers());
    }

    @Test
    void whoever_fetches_a_caller_who_has_gone_is_told_so() {
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(3);
        town.passes(3);
        if (!john.isTalking()) {
            john.hangsUp();
        }
        town.passes(20);
        assertEquals("The caller does not wait any more. Goodbye.", town.legs.getFirst().heard);
        assertEquals("WITHDRAWN", offers());
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
    }

    @Test
    void somebody_who_says_yes_and_is_gone_has_not_got_him() {
        habits.put("tom", Habit.DROPS);
        habits.put("ann", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(30);
        assertEquals(List.of("ann"), john.talkedTo);
        assertEquals("WITHDRAWN ACCEPTED", offers());
    }

    @Test
    void a_telephone_that_cannot_be_rung_holds_nobody_up() {
        habits.put("tom", Habit.IS_DEAD);
        habits.put("ann", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(15);
        assertEquals(List.of("ann"), john.talkedTo);
        assertEquals("FAILED ACCEPTED", offers());
    }

    @Test
    @Covers("S1.13")
    void nobody_waits_for_longer_than_the_queue_and_the_call_allow() {
        town.groups.waiting = new Waiting(null, 30, 10, 60);
        Caller john = town.calls("CA1");
        town.passes(70);
        assertEquals("Leave a message.", john.last());
        town.passes(30);
        assertEquals("OVER VOICEMAIL -", town.desk.state("CA1"));
        town.groups.waiting = new Waiting(null, 30, 10, 7200);
        Caller patient = town.calls("CA2");
        town.passes(620);
        assertFalse(patient.isWaiting(), "the call's own limit is ten minutes");
    }

    @Test
    void a_talk_whose_beginning_was_never_told_is_longer_than_any_deadline() {
        town.groups.waiting = new Waiting(null, 30, 10, 60);
        town.isMetLost = () -> true;
        town.talkSeconds = 700;
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(690);
        assertTrue(john.isTalking());
        assertEquals("TALKING -", place("CA1"));
        town.passes(60);
        assertEquals("OVER ANSWERED Tom", town.desk.state("CA1"));
        assertEquals("DONE TALKED", place("CA1"));
    }

    @Test
    void the_limit_of_a_call_does_not_fall_between_a_yes_and_the_talk() {
        town.desk.lineLimit = Duration.ofSeconds(6);
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(6);
        assertEquals("CLAIMED -", place("CA1"));
        town.passes(10);
        assertEquals(List.of("tom"), john.talkedTo);
        town.passes(60);
        assertEquals("OVER ANSWERED Tom", town.desk.state("CA1"));
    }

    @Test
    void whoever_said_yes_and_never_came_does_not_keep_the_limit_away() {
        town.desk.lineLimit = Duration.ofSeconds(6);
        habits.put("tom", Habit.DROPS);
        Caller john = town.calls("CA1");
        town.passes(40);
        assertTrue(john.leftMessage);
    }

    @Test
    void who_was_taken_for_talking_and_waits_on_is_believed() {
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(6);
        town.desk.own.run(() -> town.desk.switchboard.met(new CallId("CA1"), "Tom", "dispatch", Map.of()));
        town.desk.own.run(() -> town.desk.sql.change("update callward.queue_place set state = 'TALKING'"));
        town.legs.getFirst().status = "completed";
        town.passes(40);
        assertTrue(john.isWaiting());
        john.hangsUp();
        town.passes(60);
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
    }

    @Test
    void too_many_who_wait_let_nobody_else_in() {
        town.groups.waiting = new Waiting(null, 30, 1, 300);
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1");
        town.passes(3);
        Caller second = town.calls("CA2");
        assertEquals("Leave a message.", second.last());
    }

    @Test
    void who_is_to_be_called_back_leaves_room_for_somebody_on_the_line() {
        town.groups.waiting = new Waiting(null, 30, 1, 300);
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1").presses("2");
        town.passes(20);
        assertEquals("CALLBACK -", place("CA1"));
        Caller second = town.calls("CA2");
        town.passes(3);
        assertTrue(second.isWaiting());
    }

    @Test
    void no_more_than_twenty_are_called_back_at_a_time() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        toBeCalledBack(19);
        town.calls("CA1").presses("2");
        town.passes(20);
        assertEquals("CALLBACK -", place("CA1"));
        Caller next = town.calls("CA2").presses("2");
        town.passes(20);
        assertEquals("WAITING -", place("CA2"));
        assertFalse(next.heard.stream().anyMatch(words -> words.contains("be called back")), next.heard.toString());
    }

    private static void toBeCalledBack(int many) {
        for (int i = 0; i < many; i++) {
            TestDatabase.call("CAbefore" + i);
            TestDatabase.run("insert into callward.queue_place (call_id, group_key, state, number, hears, joined_at, due_at, look_at) "
                    + "values (?, 'support', 'CALLBACK', ?, '{}', '2026-01-01', '2026-01-01', '9999-01-01')", "CAbefore" + i, "+155501012" + (50 + i));
        }
        TestDatabase.run("update callward.call set state = 'OVER'");
    }

    @Test
    void whoever_would_rather_leave_a_message_does() {
        Caller john = town.calls("CA1").presses("1");
        town.passes(5);
        assertEquals("Leave a message.", john.last());
        town.passes(20);
        assertEquals("OVER VOICEMAIL -", town.desk.state("CA1"));
        assertEquals("DONE CHOSE", place("CA1"));
    }

    @Test
    void a_key_that_comes_when_somebody_has_said_yes_changes_nothing() {
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(4);
        town.passes(2);
        assertEquals("CLAIMED -", place("CA1"));
        john.presses("1");
        town.passes(4);
        assertTrue(john.isTalking());
    }

    @Test
    void who_wants_to_be_called_back_keeps_his_place_and_is_called_when_it_is_his_turn() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        Caller john = town.calls("CA1").presses("2");
        town.passes(5);
        Caller second = town.calls("CA2");
        town.passes(20);
        assertTrue(john.isOver());
        assertEquals("CALLBACK -", place("CA1"));
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
        assertTrue(second.heard.stream().anyMatch(words -> words.startsWith("You are number 2")), second.heard.toString());
        habits.put("tom", Habit.TAKES);
        town.groups.signedOut.remove("tom");
        town.passes(6);
        assertEquals("Callback for Support. To plus 1, 5 5 5, 0 1 0, 1 2 3 4. Press any key to take the call. Press star to decline.", town.legs.getFirst().question);
        town.passes(60);
        assertEquals("OVER ANSWERED Tom", town.desk.state("CA1"));
        assertEquals("DONE TALKED", place("CA1"));
        town.passes(20);
        assertTrue(second.isTalking() || second.talkedTo.contains("tom"));
    }

    @Test
    void a_customer_who_does_not_answer_is_called_once_more_later_and_stays_missed() {
        habits.put("tom", Habit.TAKES);
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.customers = () -> false;
        town.calls("CA1").presses("2");
        town.passes(30);
        town.groups.signedOut.remove("tom");
        town.passes(60);
        assertEquals("Nobody answered. The call will be tried again later. Goodbye.", town.legs.getFirst().heard);
        assertEquals("CALLBACK -", place("CA1"));
        assertEquals("WITHDRAWN", offers());
        assertEquals(1, town.legs.size());
        town.passes(240);
        assertEquals(2, town.legs.size());
        assertEquals("DONE UNREACHED", place("CA1"));
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
        assertEquals("1", town.desk.value("select count(*) from callward.call_event where kind = 'NotReached'"));
    }

    @Test
    @Covers("B12")
    void a_number_that_may_not_be_called_is_not_and_the_record_says_so() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1").presses("2");
        town.passes(20);
        assertEquals("CALLBACK -", place("CA1"));
        town.mayBeCalled = number -> false; // since then
        town.groups.signedOut.clear();
        town.passes(20);
        assertEquals(List.of(), rung());
        assertEquals("DONE FAILED", place("CA1"));
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
        assertEquals("1", town.desk.value("select count(*) from callward.call_event where kind = 'NotCalledBack'"));
    }

    @Test
    @Covers("B12")
    void a_callback_that_may_not_be_made_is_not_promised_and_the_caller_waits_on() {
        town.mayBeCalled = number -> false;
        Caller john = town.calls("CA1").presses("2");
        town.passes(4);
        assertTrue(john.heard.stream().anyMatch(words -> words.contains("we cannot call that number")), john.heard.toString());
        assertFalse(john.heard.stream().anyMatch(words -> words.contains("We will call you")), john.heard.toString());
        town.passes(600);
        assertEquals("0", town.desk.value("select count(*) from callward.queue_place where number is not null"));
    }

    @Test
    void nobody_is_called_back_while_the_group_is_closed_and_the_record_says_so() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        habits.put("tom", Habit.TAKES);
        town.calls("CA1").presses("2");
        town.passes(20);
        town.groups.open = false;
        town.groups.signedOut.remove("tom");
        town.passes(60);
        assertEquals(List.of(), rung());
        assertEquals("CALLBACK -", place("CA1"));
        assertEquals("1", town.desk.value("""
                select count(*) from callward.call_event where kind = 'Looked' and notes->'remarks' @> '[{"key": "tom", "why": "CLOSED"}, {"key": "agent:2", "why": "SIGNED_OUT"}]'"""));
        town.groups.open = true;
        town.passes(60);
        assertEquals(List.of("tom"), rung());
        assertEquals("DONE TALKED", place("CA1"));
    }

    @Test
    void who_waits_on_the_line_when_the_hours_end_is_served_and_nobody_new_is_let_in() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        habits.put("tom", Habit.TAKES);
        Caller john = town.calls("CA1");
        town.passes(5);
        town.groups.open = false;
        Caller late = town.calls("CA2");
        assertEquals("Leave a message.", late.last());
        town.groups.signedOut.remove("tom");
        town.passes(10);
        assertTrue(john.isTalking());
    }

    @Test
    void one_number_is_called_back_once() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1").presses("2");
        town.passes(20);
        town.calls("CA2").presses("2");
        town.passes(20);
        assertEquals("CALLBACK -", place("CA1"));
        assertEquals("DONE TWICE", place("CA2"));
    }

    @Test
    void a_carrier_that_does_not_answer_keeps_nobody_waiting_and_is_asked_once_at_a_time() {
        town.groups.members.add("bo");
        town.groups.strategy = RingStrategy.ALL_AT_ONCE;
        town.calls("CA1");
        town.passes(3);
        assertEquals(3, rung().size());
        town.groups.members.add("eve");
        TestDatabase.run("update callward.queue_offer set look_at = '2020-01-01'");
        List<String> offered = new ArrayList<>();
        town.isAsked = () -> {
            offered.add(offers());
            throw new CarrierUnreachable("no answer in time", false, null);
        };
        town.room.dispatch.look();
        assertEquals(List.of("RINGING RINGING RINGING RINGING"), offered);
    }

    @Test
    void a_customer_with_whom_somebody_talked_is_not_called_again_though_the_carrier_lists_it_late() {
        johnWantsToBeCalledBack();
        habits.put("tom", Habit.TAKES);
        town.isTalkedLost = true;
        town.customersLeg = new CarrierCall(new CallId("CAcustomer"), "in-progress", false, 0);
        town.groups.signedOut.remove("tom");
        town.passes(66);
        assertEquals("CLAIMED -", place("CA1"));
        town.customersLeg = new CarrierCall(new CallId("CAcustomer"), "completed", true, 0);
        town.passes(15);
        assertEquals("CLAIMED -", place("CA1"));
        town.customersLeg = new CarrierCall(new CallId("CAcustomer"), "completed", true, 40);
        town.passes(15);
        assertEquals("DONE TALKED", place("CA1"));
        assertEquals("OVER ANSWERED Tom", town.desk.state("CA1"));
    }

    @Test
    void a_carrier_that_never_says_whether_they_talked_is_not_waited_for_any_longer() {
        johnWantsToBeCalledBack();
        habits.put("tom", Habit.TAKES);
        town.isTalkedLost = true;
        town.customersLeg = new CarrierCall(new CallId("CAcustomer"), "in-progress", false, 0);
        town.groups.signedOut.remove("tom");
        town.passes(130);
        assertEquals("CALLBACK -", place("CA1"));
        assertEquals("WITHDRAWN", offers());
    }

    private void johnWantsToBeCalledBack() {
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA1").presses("2");
        town.passes(20);
        assertEquals("CALLBACK -", place("CA1"));
    }

    private void someoneHasTalked(String direction, String by, boolean simulated) {
        town.desk.own.run(() -> town.desk.sql.change("""
                insert into callward.call (id, direction, caller, called, state, outcome, turn, progress, answered_by, started_at, touched_at, simulated)
                values ('CAother', ?, ?, ?, 'OVER', 'ANSWERED', 3, '{}', ?, ?, now(), ?)""",
                direction, direction.equals("IN") ? Desk.JOHN : Desk.LINE, direction.equals("IN") ? Desk.LINE : Desk.JOHN, by, town.desk.clock.instant(), simulated));
        town.groups.signedOut.clear();
        town.passes(2);
    }

    @Test
    void who_was_called_by_one_of_the_group_meanwhile_is_not_called_back() {
        TestDatabase.run("insert into callward.ring_group_member (group_id, agent_id, position) select id, 1, 0 from callward.ring_group where key = 'support'");
        johnWantsToBeCalledBack();
        someoneHasTalked("OUT", "Tom", false);
        town.passes(20);
        assertEquals(List.of(), rung());
        assertEquals("DONE REACHED", place("CA1"));
        assertEquals("1", town.desk.value("select count(*) from callward.call_event where call_id = 'CA1' and kind = 'ReachedMeanwhile'"));
    }

    @Test
    void whoever_talked_about_something_else_or_only_practised_leaves_the_callback_alone() {
        johnWantsToBeCalledBack();
        someoneHasTalked("OUT", "Tom", false);
        assertEquals("CALLBACK -", place("CA1"));
        TestDatabase.run("delete from callward.call where id = 'CAother'");
        TestDatabase.run("insert into callward.ring_group_member (group_id, agent_id, position) select id, 1, 0 from callward.ring_group where key = 'support'");
        someoneHasTalked("IN", "Tom", true);
        assertEquals("CALLBACK -", place("CA1"));
    }

    @Test
    void who_calls_in_again_and_is_served_is_not_called_back_and_nobody_is_asked_any_more() {
        johnWantsToBeCalledBack();
        habits.put("ann", Habit.TAKES);
        town.groups.signedOut.remove("tom");
        town.passes(3);
        assertEquals(List.of("tom"), rung());
        Caller again = town.calls("CA2");
        town.groups.signedOut.remove("ann");
        town.passes(12);
        assertTrue(again.isTalking());
        assertEquals("DONE REACHED", place("CA1"));
        assertEquals("canceled", town.legs.getFirst().status);
        town.passes(60);
        assertEquals("OVER MISSED -", town.desk.state("CA1"));
        assertEquals("OVER ANSWERED Ann", town.desk.state("CA2"));
    }

    @Test
    void a_callback_that_somebody_cancels_is_not_made_and_the_record_says_who_wanted_it_so() {
        johnWantsToBeCalledBack();
        town.desk.own.run(() -> town.room.cancels("support", "CA1"));
        town.groups.signedOut.clear();
        town.passes(20);
        assertEquals(List.of(), rung());
        assertEquals("DONE CANCELLED", place("CA1"));
        assertEquals("Sue", town.desk.value("select request->>'by' from callward.call_event where call_id = 'CA1' and kind = 'CallbackCancelled'"));
        Refused twice = assertThrows(Refused.class, () -> town.desk.own.run(() -> town.room.cancels("support", "CA1")));
        assertEquals(Refused.Kind.GONE, twice.kind());
    }

    @Test
    void only_callbacks_are_cancelled_and_none_that_is_under_way() {
        habits.put("tom", Habit.TAKES);
        town.groups.signedOut.addAll(List.of("tom", "ann"));
        town.calls("CA2");
        Refused onTheLine = assertThrows(Refused.class, () -> town.desk.own.run(() -> town.room.cancels("support", "CA2")));
        assertEquals(Refused.Kind.GONE, onTheLine.kind());
        town.callers.get("CA2").hangsUp();
        johnWantsToBeCalledBack();
        assertThrows(Refused.class, () -> town.desk.own.run(() -> town.room.cancels("sales", "CA1")));
        town.groups.signedOut.remove("tom");
        town.passes(10);
        Refused underWay = assertThrows(Refused.class, () -> town.desk.own.run(() -> town.room.cancels("support", "CA1")));
        assertEquals(Refused.Kind.CONFLICT, underWay.kind());
    }

    @Test
    void nobody_is_called_back_for_a_group_that_is_gone() {
        johnWantsToBeCalledBack();
        TestDatabase.run("delete from callward.ring_group where key = 'support'");
        town.passes(2);
        assertEquals("DONE NO_GROUP", place("CA1"));
        assertEquals("1", town.desk.value("select count(*) from callward.call_event where call_id = 'CA1' and kind = 'GroupGone'"));
    }

    private List<String> rung() {
        return town.legs.stream().map(leg -> leg.device).toList();
    }

    private String offers() {
        return town.desk.value("select string_agg(state, ' ' order by id) from callward.queue_offer");
    }

    private String place(String call) {
        return town.desk.value("select state || ' ' || coalesce(result, '-') from callward.queue_place where call_id = ?", call);
    }
}
