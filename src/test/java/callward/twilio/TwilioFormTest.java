package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.LegNews;
import callward.call.RecordingNews;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.house.Covers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("S1.17")
class TwilioFormTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final String CALL = "CallSid=CA00000000000000000000000000000001&AccountSid=AC1&";

    @Test
    void what_the_caller_typed_comes_without_anything_else() {
        assertEquals(new CallEvent.Entered(NOW, "1234"), form("Digits=1234").entered(NOW));
        assertEquals(new CallEvent.Spoke(NOW, "my ticket"), form("SpeechResult=my+ticket&Confidence=0.9").entered(NOW));
        assertEquals(new CallEvent.Entered(NOW, "2"), form("SpeechResult=two&Digits=2").entered(NOW));
        assertEquals(new CallEvent.Silent(NOW), form("Digits=&SpeechResult=+").entered(NOW));
        assertEquals(new CallEvent.Silent(NOW), form("").entered(NOW));
    }

    @Test
    void what_no_text_can_have_is_left_out_and_the_call_goes_on() {
        TwilioForm form = form(CALL + "From=%2B1555%000101%00&SpeechResult=my%00+ticket&X%00=%00");
        assertEquals("+15550101", form.caller());
        assertEquals(new CallEvent.Spoke(NOW, "my ticket"), form.entered(NOW));
        assertFalse(form.request().toString().contains("\0"));
    }

    @Test
    @Covers("B01")
    void only_the_simulators_calls_may_pretend() {
        TwilioForm form = form("SipHeader_X-Callward-Time=2026-12-25T08%3A00%3A00Z&SipHeader_X-Callward-Script=7");
        assertNull(form.arrival("/twilio/voice", NOW).practice());
        assertEquals(new callward.call.Practice(Instant.parse("2026-12-25T08:00:00Z"), 7L), form.simulated().arrival("/twilio/voice", NOW).practice());
        assertEquals(new callward.call.Practice(null, null), form("").simulated().arrival("/twilio/voice", NOW).practice());
        assertEquals("AC1", form.arrival("/twilio/voice", NOW).account());
    }

    @Test
    void a_voicemail_that_picked_up_has_not_answered() {
        assertEquals(DialOutcome.SILENT, dialled("DialCallStatus=completed&DialBridged=false").outcome());
    }

    @Test
    void two_people_who_spoke_have_answered() {
        CallEvent.DialEnded ended = dialled("DialCallStatus=completed&DialBridged=true&DialCallSid=CA2&DialCallDuration=42");
        assertEquals(DialOutcome.ANSWERED, ended.outcome());
        assertEquals("CA2", ended.leg().sid());
        assertEquals(42, ended.seconds());
        assertEquals(DialOutcome.ANSWERED, dialled("DialCallStatus=completed").outcome(), "carriers that do not know DialBridged");
        assertEquals(DialOutcome.ANSWERED, dialled("DialCallStatus=answered").outcome());
    }

    @Test
    void every_other_word_has_its_meaning() {
        assertEquals(DialOutcome.BUSY, dialled("DialCallStatus=busy").outcome());
        assertEquals(DialOutcome.NO_ANSWER, dialled("DialCallStatus=no-answer").outcome());
        assertEquals(DialOutcome.CANCELED, dialled("DialCallStatus=canceled").outcome());
        assertEquals(DialOutcome.FAILED, dialled("DialCallStatus=failed").outcome());
        assertEquals(DialOutcome.FAILED, dialled("").outcome());
        assertNull(dialled("DialCallStatus=busy").leg());
    }

    @Test
    void a_recording_is_known_by_the_end_of_its_address() {
        assertEquals(new CallEvent.RecordingEnded(NOW, "RE5", 7, true), form(
                "RecordingUrl=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FAC1%2FRecordings%2FRE5&RecordingDuration=7&Digits=hangup")
                .recorded(NOW));
        assertEquals(new CallEvent.RecordingEnded(NOW, null, 0, false), form("Digits=%23").recorded(NOW));
    }

    @Test
    void the_sound_is_ready_when_the_carrier_says_so() {
        RecordingNews ready = form("RecordingSid=RE5&RecordingUrl=http%3A%2F%2Fx%2FRE5&RecordingStatus=completed&RecordingDuration=7")
                .recordingNews(NOW).orElseThrow();
        assertTrue(ready.ready() && !ready.absent());
        assertEquals(7, ready.seconds());
        RecordingNews absent = form("RecordingSid=RE5&RecordingStatus=absent").recordingNews(NOW).orElseThrow();
        assertTrue(absent.absent() && !absent.ready());
        assertEquals(-1, absent.seconds());
        RecordingNews soon = form("RecordingUrl=http%3A%2F%2Fx%2FRE5").recordingNews(NOW).orElseThrow();
        assertFalse(soon.ready() || soon.absent());
        assertEquals(Optional.empty(), form("RecordingStatus=completed").recordingNews(NOW));
    }

    @Test
    void a_ringing_telephone_belongs_to_the_call_that_rings_it() {
        LegNews leg = TwilioForm.of("CallSid=CA2&ParentCallSid=CA1&To=%2B15550002&CallStatus=initiated&SequenceNumber=0"
                + "&Timestamp=Sat%2C+21+Nov+2026+02%3A59%3A58+%2B0000").leg("tom", true, NOW);
        assertEquals("CA1", leg.call().sid());
        assertEquals("CA2", leg.leg().sid());
        assertEquals("tom", leg.deviceKey());
        assertEquals("initiated", leg.status());
        assertEquals(0, leg.sequence());
        assertEquals(Instant.parse("2026-11-21T02:59:58Z"), leg.at());
    }

    @Test
    void times_are_written_in_either_way_and_never_in_the_future() {
        assertEquals(Instant.parse("2026-11-21T02:00:00Z"), Timestamps.read("2026-11-21T02:00:00Z", NOW));
        assertEquals(Instant.parse("2026-11-21T02:00:00Z"), Timestamps.read("2026-11-21T03:00:00+01:00", NOW));
        assertEquals(Instant.parse("2026-11-21T02:00:00Z"), Timestamps.read("Sat, 21 Nov 2026 02:00:00 GMT", NOW));
        assertEquals(NOW, Timestamps.read("Sat, 21 Nov 2027 02:00:00 GMT", NOW));
        assertEquals(NOW, Timestamps.read("tomorrow, perhaps", NOW));
        assertEquals(NOW, Timestamps.read("", NOW));
    }

    @Test
    void only_an_ending_ends_a_call() {
        assertEquals(12, form("CallStatus=completed&CallDuration=12").ending("/twilio/ended", NOW).orElseThrow().seconds());
        assertEquals(-1, form("CallStatus=no-answer").ending("/twilio/ended", NOW).orElseThrow().seconds());
        assertEquals(Optional.empty(), form("CallStatus=in-progress").ending("/twilio/ended", NOW));
    }

    @Test
    void a_transcript_counts_when_there_is_one() {
        assertEquals("hello", form("TranscriptionStatus=completed&TranscriptionText=hello&RecordingSid=RE5").transcript(NOW).orElseThrow().text());
        assertEquals(Optional.empty(), form("TranscriptionStatus=failed&RecordingSid=RE5").transcript(NOW));
    }

    @Test
    void an_odd_caller_breaks_nothing() {
        for (String from : new String[] {"anonymous", "", "client%3Atom", "sip%3Ax%40y", "%2B266696687", "%00%0D%0A", "%FF%FE"}) {
            TwilioForm form = form("From=" + from + "&To=%2B15550100100");
            assertEquals("+15550100100", form.arrival("/twilio/voice", NOW).called());
            assertEquals(Optional.of("+15550100100"), form.callerIdInstead());
        }
        assertEquals(Optional.empty(), form("From=%2B15550100200&To=%2B15550100100").callerIdInstead());
    }

    @Test
    void nothing_reaches_us_that_the_database_cannot_hold() {
        TwilioForm form = form("SpeechResult=a%00b%01c&x%00=%ED%A0%80");
        assertEquals(new CallEvent.Spoke(NOW, "abc"), form.entered(NOW));
        assertTrue(form.request().entrySet().stream().noneMatch(field -> (field.getKey() + field.getValue()).chars().anyMatch(c -> c < 32)));
    }

    @Test
    void a_request_without_a_call_is_none() {
        assertThrows(IllegalArgumentException.class, () -> TwilioForm.of("From=1").call());
        assertThrows(IllegalArgumentException.class, () -> TwilioForm.of("CallSid=a%0Ab").call());
    }

    @Test
    void what_tells_of_a_failure_can_be_left_out() {
        assertEquals(Map.of("CallSid", "CA1"), TwilioForm.of("CallSid=CA1&ErrorCode=11200&ErrorUrl=x").without(Set.of("ErrorCode", "ErrorUrl"))
                .request());
    }

    private static CallEvent.DialEnded dialled(String fields) {
        return (CallEvent.DialEnded) form(fields).dialled(NOW);
    }

    private static TwilioForm form(String fields) {
        return TwilioForm.of(CALL + fields);
    }
}
