package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.flow.TransferTo.ToMailbox;
import callward.flow.TransferTo.ToTelephones;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final String JOHN = "+15550101234";
    private static final TransferTo ANN = new ToTelephones("Ann", List.of("ann"));
    private static final TransferTo BO = new ToTelephones("Bo", List.of("bo"));
    private static final TransferTo BOX = new ToMailbox("Support", "support");

    /** Tom talks to John. */
    private static Conversation talk() {
        return Conversation.with(Scripts.of(new Ring("people", Scripts.says("One moment."), List.of("tom", "ann"), 0, 0, "message"),
                new TakeMessage("message", Scripts.says("Nobody can take your call."), "support", 60, 5, "#", false, List.of()))).calls(JOHN).rings("tom");
    }

    private static Conversation talkWithNoWayOut() {
        return Conversation.with(Scripts.of(new Ring("people", List.of(), List.of("tom"), 0, 0, null))).calls(JOHN).rings("tom");
    }

    @Test
    void a_caller_is_sent_to_a_colleague_who_sees_who_comes_and_why() {
        talk().isSentOn(ANN).hears("One moment, please. I am connecting you.").rings("ann").popsUpFor("ann").passesOver("ann ANSWERED_BEFORE")
                .knows("transfer.by", "Tom").knows("transfer.to", "Ann").knows("transfer.note", "He is upset.").isNotOver()
                .talks(60).tells(new Happening.WasAnswered("Ann"), new Happening.Ended(Outcome.ANSWERED)).endsAs(Outcome.ANSWERED);
    }

    @Test
    void the_first_talk_counts_when_it_is_left() {
        List<Happening> told = talk().isSentOn(ANN).news();
        assertEquals(1, told.stream().filter(new Happening.WasAnswered("Tom")::equals).count());
    }

    @Test
    void a_caller_whom_the_colleague_does_not_answer_comes_back_to_who_sent_him() {
        talk().isSentOn(ANN).rings("ann").nobodyAnswers().hears("Nobody answers there").rings("tom").popsUpFor("tom").knows("transfer.back", "Ann")
                .talks(20).endsAs(Outcome.ANSWERED);
    }

    @Test
    void where_nobody_answers_any_more_the_script_goes_on() {
        talk().isSentOn(ANN).nobodyAnswers().nobodyAnswers().hears("Nobody can take your call.").isRecorded()
                .leavesMessage("RE1", 9).tells(new Happening.MessageLeft("support", "RE1", 9), new Happening.Ended(Outcome.VOICEMAIL)).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void who_hangs_up_there_without_a_message_has_been_talked_to_all_the_same() {
        talk().isSentOn(ANN).nobodyAnswers().nobodyAnswers().hangsUp().tells(new Happening.Ended(Outcome.ANSWERED)).endsAs(Outcome.ANSWERED);
    }

    @Test
    void a_script_that_knows_no_way_leaves_the_companys_mailbox() {
        talkWithNoWayOut().isSentOn(ANN).nobodyAnswers().nobodyAnswers().hears("leave a message").isRecorded();
    }

    @Test
    void where_there_is_no_mailbox_either_the_caller_hears_a_goodbye() {
        talkWithNoWayOut().hasNoMailbox().isSentOn(ANN).nobodyAnswers().nobodyAnswers().hears("Goodbye").isHungUpOn().endsAs(Outcome.ANSWERED);
    }

    @Test
    void who_sent_him_is_not_rung_again_while_he_is_away() {
        talk().isAway("tom", Remark.Why.ON_A_CALL).isSentOn(ANN).nobodyAnswers().passesOver("tom ON_A_CALL").hears("Nobody can take your call.").isRecorded();
    }

    @Test
    void a_caller_is_sent_to_a_number() {
        Conversation call = talk().telephone("+15550109999", "+15550109999").isSentOn(new ToTelephones("+1 555-010-9999", List.of("+15550109999"))).rings("+15550109999");
        assertTrue(call.questions().contains(new Question.WhoCanTalk(List.of("+15550109999"), List.of("CAtom"))));
        call.talks(5).endsAs(Outcome.ANSWERED);
    }

    @Test
    void a_caller_is_sent_to_a_group_and_comes_back_when_nobody_of_it_is_free() {
        talk().isSentOn(new TransferTo.ToGroup("Sales", "sales")).hears("I am connecting you", "Nobody answers there").rings("tom").knows("transfer.back", "Sales");
    }

    @Test
    void a_caller_is_sent_to_a_mailbox() {
        talk().isSentOn(BOX).hears("Please leave a message after the tone.").doesNotHear("connecting").isRecorded().popsUpFor()
                .leavesMessage("RE1", 9).tells(new Happening.MessageLeft("support", "RE1", 9), new Happening.Ended(Outcome.VOICEMAIL)).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void a_message_that_is_told_after_the_end_is_kept() {
        Conversation call = talk().isSentOn(BOX).hangsUp();
        call.happens(new CallEvent.RecordingEnded(java.time.Instant.EPOCH, "RE1", 9, true)).tells(new Happening.MessageLeft("support", "RE1", 9));
        assertEquals(Outcome.VOICEMAIL, call.progress().result());
    }

    @Test
    void whoever_got_the_call_may_send_it_on_as_well() {
        talk().isSentOn(ANN).rings("ann").isSentOn(BO).rings("bo").nobodyAnswers().rings("ann").nobodyAnswers().hears("Nobody can take your call.").isRecorded();
    }

    @Test
    void a_caller_who_hangs_up_on_the_way_was_answered() {
        talk().isSentOn(new ToTelephones("Ann", List.of("ann", "bo"))).rings("ann").hangsUp().passesOver("bo CALLER_GONE").endsAs(Outcome.ANSWERED);
    }

    @Test
    void a_talk_that_is_told_after_the_end_counts() {
        Conversation call = talk().isSentOn(ANN).hangsUp();
        call.happens(new CallEvent.DialEnded(java.time.Instant.EPOCH, CallEvent.DialOutcome.ANSWERED, null, 9)).tells(new Happening.WasAnswered("Ann"));
    }

    @Test
    void a_call_whose_time_is_up_on_the_way_gets_to_a_mailbox() {
        Conversation call = talk().isSentOn(ANN).rings("ann");
        call.happens(new CallEvent.CallTimeIsUp(java.time.Instant.EPOCH)).hears("Nobody can take your call.").isRecorded();
    }

    @Test
    void the_script_itself_does_not_change() {
        Steps script = Scripts.example();
        int before = script.steps().size();
        Progress sent = CallFlow.next(script, new Progress("people", null, 0, List.of(), null, Outcome.MISSED, false, null, 1, 0, null, null, null),
                new CallEvent.Transferred(java.time.Instant.EPOCH, BOX, new Talk(new callward.phone.LegId("CA2"), "Tom", "tom"), "Tom", null, null)).progress();
        assertEquals(before, script.steps().size());
        assertEquals("transfer:1", sent.step());
        assertTrue(sent.walked(script).get("transfer:1").isPresent());
        assertEquals(sent.walked(script), sent.walked(sent.walked(script)), "what a call walks through may be asked for twice");
        assertFalse(script.get("transfer:1").isPresent());
    }

    @Test
    void who_is_over_cannot_be_sent_on() {
        talk().talks(5).happens(new CallEvent.Transferred(java.time.Instant.EPOCH, ANN, new Talk(new callward.phone.LegId("CA2"), "Tom", "tom"), "Tom", null, null))
                .tells().endsAs(Outcome.ANSWERED);
    }
}
