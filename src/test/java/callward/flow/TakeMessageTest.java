package callward.flow;

import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.flow.Happening.Outcome;
import callward.house.Covers;
import org.junit.jupiter.api.Test;

@Covers("S0.09")
class TakeMessageTest {

    private static Conversation call() {
        return Conversation.with(Scripts.of(
                new TakeMessage("message", says("Speak."), "sales", 90, 4, "*#", true, says("Thank you, {{line.name}}.")))).calls("anonymous");
    }

    @Test
    void the_caller_is_asked_and_recorded() {
        assertEquals(new Verb.Record(90, 4, "*#", true), call().hears("Speak.").last(Verb.Record.class));
    }

    @Test
    void a_message_is_kept_and_the_caller_thanked() {
        call().leavesMessage("RE1", 2).hears("Thank you, Support.").isHungUpOn()
                .tells(new Happening.MessageLeft("sales", "RE1", 2), new Happening.Ended(Outcome.VOICEMAIL)).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void to_a_caller_who_is_gone_nothing_is_said() {
        call().leavesMessageAndHangsUp("RE1", 9).hearsNothing()
                .tells(new Happening.MessageLeft("sales", "RE1", 9), new Happening.Ended(Outcome.VOICEMAIL));
    }

    @Test
    void a_breath_is_no_message_and_is_asked_again_once() {
        call().leavesMessage("RE1", 1).hears("I did not hear anything").tells().isRecorded()
                .leavesMessage("RE2", 1).hears("Goodbye.").isHungUpOn().endsAs(Outcome.MISSED);
    }

    @Test
    void the_second_try_counts() {
        call().leavesMessage(null, 8).isRecorded().leavesMessage("RE2", 5).endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void a_caller_who_hangs_up_without_a_word_is_missed() {
        call().leavesMessageAndHangsUp("RE1", 1).tells(new Happening.Ended(Outcome.MISSED)).hearsNothing();
    }

    @Test
    void a_message_the_carrier_tells_of_after_the_end_is_kept_all_the_same_and_once() {
        Conversation call = call().hangsUp().endsAs(Outcome.MISSED)
                .leavesMessageAndHangsUp("RE1", 9).tells(new Happening.MessageLeft("sales", "RE1", 9)).endsAs(Outcome.VOICEMAIL);
        call.leavesMessageAndHangsUp("RE1", 9).tells().endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void a_doubled_message_is_told_once() {
        call().leavesMessage("RE1", 9).leavesMessage("RE1", 9).tells().hearsNothing().endsAs(Outcome.VOICEMAIL);
    }

    @Test
    void when_time_is_up_it_ends_politely() {
        call().timeIsUp().hears("Goodbye.").isHungUpOn();
    }

    @Test
    void an_event_that_does_not_fit_goes_on_recording() {
        call().presses("1").isRecorded().hearsNothing();
    }

    @Test
    void nonsense_is_refused_with_the_field_s_name() {
        assertEquals("maxSeconds of step \"t\" must be 2 to 120, not 121", assertThrows(IllegalArgumentException.class,
                () -> new TakeMessage("t", null, "m", 121, 0, null, true, null)).getMessage());
        assertEquals("mailbox of step \"t\" must not be empty", assertThrows(IllegalArgumentException.class,
                () -> new TakeMessage("t", null, " ", 0, 0, null, false, null)).getMessage());
    }
}
