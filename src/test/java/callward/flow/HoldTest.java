package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.Happening.Outcome;
import callward.flow.Happening.WaitEnd;
import callward.phone.PhoneNumber;
import callward.phone.LegId;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final String JOHN = "+15553334444";
    private static final Waiting TEN_MINUTES = new Waiting("music", 30, 10, 600);

    private static Conversation hold(String closed, String nobody) {
        return Conversation.with(Scripts.of(new Hold("queue", says("Please hold."), "support", "message", null, true, null, closed, nobody, "late"),
                new TakeMessage("message", says("Leave a message."), "box", 60, 5, "#", false, List.of()), end("late"), end("closed"), end("nobody")));
    }

    private static Conversation john() {
        return hold("closed", "nobody").calls(JOHN).waits();
    }

    private static Answer.Queue queue(boolean open, boolean anybody, boolean member, int ahead) {
        return new Answer.Queue(TEN_MINUTES, open, anybody, member, ahead, true);
    }

    @Test
    void a_caller_waits_in_a_queue_of_his_own_until_somebody_takes_him() {
        Conversation call = john().hears("Please hold.");
        Verb.Enqueue waiting = call.last(Verb.Enqueue.class);
        assertEquals("cw-CA1", waiting.queue());
        assertEquals("12", waiting.keys());
        assertEquals(600, waiting.seconds());
        call.tells(new Happening.BeganToWait(waiting));
        call.passes(90).isDequeued(DequeueOutcome.TALKED, "Ann").isHungUpOn()
                .tells(new Happening.WasAnswered("Ann"), new Happening.StoppedWaiting("support", WaitEnd.TALKED), new Happening.Ended(Outcome.ANSWERED)).endsAs(Outcome.ANSWERED);
    }

    @Test
    void whoever_presses_the_key_leaves_a_message_instead() {
        john().presses("1").tells(new Happening.StoppedWaiting("support", WaitEnd.CHOSE)).isRecorded().leavesMessage("RE1", 9).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void whoever_wants_to_be_called_back_keeps_his_place_at_the_number_he_calls_from() {
        john().presses("2").tells(new Happening.SteppedAside("support")).isAsked().hears("We will call you back at")
                .presses("1").hears("You keep your place").tells(new Happening.WantsCallback("support", PhoneNumber.of(JOHN)), new Happening.Ended(Outcome.MISSED)).endsAs(Outcome.MISSED);
    }

    @Test
    void hanging_up_or_saying_nothing_agrees_to_it() {
        john().presses("2").hangsUp().tells(new Happening.WantsCallback("support", PhoneNumber.of(JOHN)), new Happening.Ended(Outcome.MISSED));
        john().presses("2").isSilent().tells(new Happening.WantsCallback("support", PhoneNumber.of(JOHN)), new Happening.Ended(Outcome.MISSED));
    }

    @Test
    void another_number_may_be_keyed_in_as_people_dial_it_there() {
        john().presses("2").presses("5553337777").tells(new Happening.WantsCallback("support", PhoneNumber.of("+15553337777")), new Happening.Ended(Outcome.MISSED));
    }

    @Test
    void a_number_of_another_country_is_never_taken() {
        Conversation call = john().presses("2").presses("011442079460000").hears("cannot call that number").isAsked();
        call.presses("0119001234567").isAsked().presses("7").waits().tells(new Happening.BeganToWait(call.last(Verb.Enqueue.class)));
    }

    @Test
    void a_number_that_must_not_be_called_is_refused_when_it_is_asked_for() {
        Conversation call = hold("closed", "nobody").doesNotCall(JOHN, "+15553330000").calls(JOHN).waits();
        call.presses("2").tells(new Happening.SteppedAside("support")).hears("we cannot call that number").doesNotHear("We will call you back at").hears("Please enter the number").isAsked();
        call.presses("5553330000").hears("we cannot call that number").isAsked();
        call.presses("5553337777").hears("You keep your place").tells(new Happening.WantsCallback("support", PhoneNumber.of("+15553337777")), new Happening.Ended(Outcome.MISSED));
    }

    @Test
    void who_cannot_be_called_anywhere_waits_on_and_may_leave_a_message() {
        Conversation call = hold("closed", "nobody").doesNotCall(JOHN).calls(JOHN).waits();
        call.presses("2").presses("5553334444").presses("1").presses("5553334444").hears("we cannot call that number").waits().tells(new Happening.BeganToWait(call.last(Verb.Enqueue.class)));
        call.presses("1").isRecorded().leavesMessage("RE1", 9).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void who_must_not_be_called_does_not_agree_to_it_by_hanging_up() {
        hold("closed", "nobody").doesNotCall(JOHN).calls(JOHN).waits().presses("2").hangsUp().tells(new Happening.StoppedWaiting("support", WaitEnd.GONE), new Happening.Ended(Outcome.MISSED));
        hold("closed", "nobody").doesNotCall(JOHN).calls(JOHN).waits().presses("2").isSilent().isSilent().isSilent().waits();
    }

    @Test
    void whoever_hides_his_number_is_asked_for_one() {
        Conversation call = hold(null, null).calls("anonymous").waits().presses("2").hears("Please enter the number").isSilent().isAsked();
        call.presses("5553337777").tells(new Happening.WantsCallback("support", PhoneNumber.of("+15553337777")), new Happening.Ended(Outcome.MISSED));
        hold(null, null).calls("anonymous").presses("2").hangsUp().tells(new Happening.StoppedWaiting("support", WaitEnd.GONE), new Happening.Ended(Outcome.MISSED));
    }

    @Test
    void who_waits_on_after_the_question_has_what_is_left_of_his_time() {
        Conversation call = john().passes(100).presses("2").presses("7").presses("7").presses("7").waits();
        assertEquals(500, call.last(Verb.Enqueue.class).seconds());
        call.passes(501).presses("2").presses("7").presses("7").presses("7").hears("This is late.");
    }

    @Test
    void nobody_waits_for_longer_than_the_group_says() {
        john().passes(600).timeIsUp().tells(new Happening.StoppedWaiting("support", WaitEnd.TIME_IS_UP), new Happening.Ended(Outcome.MISSED))
                .hears("This is late.").endsAs(Outcome.MISSED);
    }

    @Test
    void a_closed_group_an_empty_one_and_a_full_queue_lead_elsewhere_at_once() {
        hold("closed", "nobody").queue(queue(false, true, false, 0)).calls(JOHN).hears("This is closed.").doesNotHear("Please hold.");
        hold(null, "nobody").queue(queue(false, true, false, 0)).calls(JOHN).hears("This is late.");
        hold("closed", "nobody").queue(queue(true, false, false, 0)).calls(JOHN).hears("This is nobody.");
        hold("closed", null).queue(queue(true, false, false, 0)).calls(JOHN).waits();
        hold("closed", "nobody").queue(queue(true, true, false, 9)).calls(JOHN).waits();
        hold("closed", "nobody").queue(queue(true, true, false, 10)).calls(JOHN).hears("This is late.").endsAs(Outcome.MISSED);
        hold("closed", "nobody").queue(new Answer.Unknown()).calls(JOHN).hears("This is late.");
    }

    @Test
    void where_too_many_are_to_be_called_back_already_it_is_not_offered() {
        Conversation call = hold("closed", "nobody").queue(new Answer.Queue(TEN_MINUTES, true, true, false, 0, false)).calls(JOHN).waits();
        Verb.Enqueue waiting = call.last(Verb.Enqueue.class);
        assertEquals("1", waiting.keys());
        assertEquals("You are the next caller. To leave a message, press 1.", heard(waiting, 1, 0));
    }

    @Test
    void a_member_who_calls_in_cannot_wait_for_himself_where_the_group_says_so() {
        hold("closed", "nobody").queue(queue(true, true, true, 0)).calls(JOHN).hears("You cannot call yourself.").isHungUpOn().endsAs(Outcome.REFUSED);
    }

    @Test
    void a_caller_who_hangs_up_is_missed_and_gives_up_his_place_once() {
        Conversation call = john().hangsUp().tells(new Happening.StoppedWaiting("support", WaitEnd.GONE), new Happening.Ended(Outcome.MISSED));
        call.isDequeued(DequeueOutcome.GONE, null).tells().hangsUp().tells();
    }

    @Test
    void that_the_queue_tells_first_that_he_is_gone_changes_nothing() {
        john().isDequeued(DequeueOutcome.GONE, null).tells(new Happening.StoppedWaiting("support", WaitEnd.GONE), new Happening.Ended(Outcome.MISSED)).endsAs(Outcome.MISSED);
    }

    @Test
    void a_talk_that_is_told_of_after_the_end_counts_all_the_same() {
        john().hangsUp().isDequeued(DequeueOutcome.TALKED, "Ann").tells(new Happening.WasAnswered("Ann"), new Happening.StoppedWaiting("support", WaitEnd.TALKED))
                .endsAs(Outcome.ANSWERED);
    }

    private static final Steps ONE_QUEUE = Scripts.of(new Hold("queue", List.of(), "support", null, null, false, null, null, null, null));

    private static Progress talkingToAnn() {
        return CallFlow.next(ONE_QUEUE, CallFlow.next(ONE_QUEUE, Progress.START, new CallEvent.Arrived(Instant.EPOCH, Facts.NONE)).progress(),
                new CallEvent.Learned(Instant.EPOCH, queue(true, true, false, 0))).progress().knowing(Facts.of(Hold.TALKS_TO, "Ann"));
    }

    @Test
    void who_is_sent_on_out_of_a_talk_does_not_wait_any_more() {
        Turn sent = CallFlow.next(ONE_QUEUE, talkingToAnn(),
                new CallEvent.Transferred(Instant.EPOCH, new TransferTo.ToTelephones("Bo", List.of("bo")), new Talk(new LegId("CA2"), "Ann", "ann"), "Ann", null, null));
        assertEquals(List.of(new Happening.WasAnswered("Ann"), new Happening.StoppedWaiting("support", WaitEnd.TALKED)), sent.news());
    }

    @Test
    void a_caller_who_hangs_up_after_the_talk_was_answered_whoever_tells_it_first() {
        Turn gone = CallFlow.next(ONE_QUEUE, talkingToAnn(), new CallEvent.CallerGone(Instant.EPOCH));
        assertEquals(Outcome.ANSWERED, gone.progress().outcome());
        assertTrue(gone.news().contains(new Happening.WasAnswered("Ann")));
    }

    @Test
    void a_queue_that_the_carrier_cannot_make_leads_on() {
        john().isDequeued(DequeueOutcome.FAILED, null).tells(new Happening.StoppedWaiting("support", WaitEnd.FAILED), new Happening.Ended(Outcome.MISSED)).hears("This is late.");
    }

    @Test
    void what_does_not_fit_lets_him_wait_on() {
        john().speaks("hello").waits().presses("9").waits().isDequeued(DequeueOutcome.LEFT, null).waits().isDequeued(DequeueOutcome.MOVED, null).waits();
    }

    @Test
    void the_place_is_told_with_what_can_be_pressed() {
        Verb.Enqueue waiting = john().last(Verb.Enqueue.class);
        assertEquals("You are the next caller. To leave a message, press 1. To keep your place and be called back, press 2.", heard(waiting, 1, 0));
        assertEquals("You are number 3 in the queue. You will wait about 4 minutes. To leave a message, press 1. To keep your place and be called back, press 2.", heard(waiting, 3, 4));
        assertTrue(heard(waiting, 2, 1).contains("about one minute."));
    }

    private static String heard(Verb.Enqueue waiting, int place, int minutes) {
        return Announcement.of(waiting, place, minutes).stream().map(prompt -> ((Verb.Say) prompt).text()).collect(Collectors.joining(" "));
    }

    @Test
    void nonsense_is_refused_with_the_field_s_name() {
        assertEquals("callbackKey of step \"q\" must be another key than messageKey", assertThrows(IllegalArgumentException.class,
                () -> new Hold("q", null, "g", "m", "5", true, "5", null, null, null)).getMessage());
        assertEquals("group of step \"q\" must not be empty", assertThrows(IllegalArgumentException.class,
                () -> new Hold("q", null, " ", null, null, false, null, null, null, null)).getMessage());
    }
}
