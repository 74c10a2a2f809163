package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.call.Calls.EventRow;
import callward.flow.Happening.Outcome;
import callward.flow.Progress;
import callward.script.Move;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedMovesTest {

    @Test
    void keys_words_and_silence() {
        assertEquals(List.of(new Move.Presses("12"), new Move.Says("my ticket"), new Move.StaysSilent(), new Move.HangsUp()),
                moves(Outcome.ABANDONED, event("Arrived"), event("Entered", "Digits", "12"), event("Spoke", "SpeechResult", " my ticket "),
                        event("Silent"), event("LegMoved", "status", "ringing"), event("CallerGone")));
    }

    @Test
    void what_was_told_again_was_not_done_again() {
        EventRow again = new EventRow(2, null, "/twilio", "Entered", Map.of("Digits", "1"), null, Instant.EPOCH, 0, "REPEATED", null);
        assertEquals(List.of(new Move.Presses("1"), new Move.HangsUp()), moves(Outcome.ABANDONED, event("Entered", "Digits", "1"), again, event("CallerGone")));
    }

    @Test
    void how_a_telephone_ended() {
        assertEquals(List.of(new Move.NobodyAnswers(), new Move.IsBusy(), new Move.IsBusy(), new Move.NobodyAnswers(), new Move.IsAnswered(null)),
                moves(Outcome.ANSWERED, event("DialEnded", "DialCallStatus", "no-answer"), event("DialEnded", "DialCallStatus", "busy"),
                        event("DialEnded", "DialCallStatus", "failed"), event("DialEnded", "DialCallStatus", "completed", "DialBridged", "false"),
                        event("DialEnded", "DialCallStatus", "completed", "DialBridged", "true")));
    }

    @Test
    void who_took_a_caller_who_waited() {
        assertEquals(List.of(new Move.Presses("2"), new Move.IsAnswered(null)), moves(Outcome.ANSWERED, event("Entered", "Digits", "2"), event("Dequeued", "QueueResult", "leave"),
                event("Dequeued", "QueueResult", "bridged")));
    }

    @Test
    void what_whoever_was_asked_said() {
        assertEquals(List.of(new Move.Declines("tom"), new Move.PicksUpInSilence("ann"), new Move.NobodyAnswers(), new Move.IsAnswered("bo")),
                moves(Outcome.ANSWERED, leg("LegAsked", "tom"), leg("LegDeclined", "tom"), event("DialEnded", "DialCallStatus", "completed", "DialBridged", "false"),
                        leg("LegAsked", "ann"), event("DialEnded", "DialCallStatus", "completed", "DialBridged", "false"),
                        event("DialEnded", "DialCallStatus", "no-answer"), leg("LegAsked", "bo"), leg("LegAccepted", "bo"),
                        event("DialEnded", "DialCallStatus", "completed", "DialBridged", "true")));
    }

    @Test
    void who_hangs_up_does_so_last_though_the_same_request_tells_of_his_talk() {
        EventRow talk = event("DialEnded", "DialCallStatus", "completed", "DialBridged", "true");
        assertEquals(List.of(new Move.IsAnswered(null), new Move.HangsUp()), moves(Outcome.ANSWERED, event("CallerGone"), talk));
        EventRow rang = event("DialEnded", "DialCallStatus", "no-answer", "DialBridged", "false");
        assertEquals(List.of(new Move.HangsUp()), moves(Outcome.ABANDONED, event("CallerGone"), rang));
    }

    private static EventRow leg(String kind, String phone) {
        return new EventRow(1, null, "/twilio/leg/" + phone + "/keyed/2", kind, Map.of(), null, Instant.EPOCH, 0, null, null);
    }

    @Test
    void a_message_and_whether_the_caller_hung_up_after_it() {
        assertEquals(List.of(new Move.LeavesMessage(null, 12, true), new Move.LeavesMessage(null, 0, false)),
                moves(Outcome.VOICEMAIL, event("RecordingEnded", "RecordingUrl", "https://x/RE1", "RecordingDuration", "12", "Digits", "hangup"),
                        event("RecordingEnded", "RecordingDuration", "3")));
    }

    @Test
    void a_message_whose_request_was_lost_is_told_by_the_end() {
        Progress end = new Progress("voicemail", Facts.of("recording.seconds", "9"), 0, null, null, Outcome.VOICEMAIL, true, null, 3, 0, null, null, null);
        assertEquals(List.of(new Move.LeavesMessage(null, 9, true)), RecordedMoves.of(List.of(event("CallerGone")), end));
    }

    @Test
    void coming_back_from_elsewhere() {
        assertEquals(List.of(new Move.ComesBack()), moves(Outcome.HANDED_OVER, event("Returned")));
    }

    private static List<Move> moves(Outcome outcome, EventRow... events) {
        Progress end = new Progress(null, Facts.NONE, 0, null, null, outcome, true, null, 1, 0, null, null, null);
        return RecordedMoves.of(Stream.of(events).toList(), end);
    }

    private static EventRow event(String kind, String... request) {
        Map<String, String> fields = switch (request.length) {
            case 0 -> Map.of();
            case 2 -> Map.of(request[0], request[1]);
            case 4 -> Map.of(request[0], request[1], request[2], request[3]);
            default -> Map.of(request[0], request[1], request[2], request[3], request[4], request[5]);
        };
        return new EventRow(1, 1, "/twilio", kind, fields, null, Instant.EPOCH, 0, null, null);
    }
}
