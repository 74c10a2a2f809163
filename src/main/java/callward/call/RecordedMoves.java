package callward.call;

import callward.call.Calls.EventRow;
import callward.flow.Happening.Outcome;
import callward.flow.Hold;
import callward.flow.Progress;
import callward.script.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What caller, agents and carrier did in a call that was recorded, as moves of a call test. */
final class RecordedMoves {

    private final Progress end;
    private final List<Move> moves = new ArrayList<>();
    /** Where people send a caller is not the script's doing. */
    private boolean sentOn;
    /** What whoever was asked last has said, and on which telephone, until the ringing ends. */
    private String said = "";
    private String phone;
    private boolean isGone;

    private RecordedMoves(Progress end) {
        this.end = end;
    }

    /** @param events in order @param end where the call stood when it was over */
    static List<Move> of(List<EventRow> events, Progress end) {
        RecordedMoves recorded = new RecordedMoves(end);
        events.stream().filter(event -> event.ignored() == null && !recorded.sentOn).forEach(recorded::add);
        if (recorded.isGone) {
            recorded.moves.add(recorded.gone());
        }
        return recorded.moves;
    }

    private void add(EventRow event) {
        Map<String, String> request = event.request();
        switch (event.kind()) {
            case "Entered" -> moves.add(new Move.Presses(request.getOrDefault("Digits", "").replaceAll("[^0-9*#]", "")));
            case "Spoke" -> moves.add(new Move.Says(request.getOrDefault("SpeechResult", "").strip()));
            case "Silent" -> moves.add(new Move.StaysSilent());
            case "LegAsked", "LegAccepted", "LegDeclined" -> asked(event);
            case "DialEnded" -> {
                Move came = dialled(request);
                if (!isGone || came instanceof Move.IsAnswered) { // else nobody else was rung after it
                    moves.add(came);
                }
                said = "";
                phone = null;
            }
            case "Dequeued" -> {
                if (request.getOrDefault("QueueResult", "").startsWith("bridg")) {
                    moves.add(new Move.IsAnswered(end.facts().get(Hold.TALKS_TO).orElse(null)));
                }
            }
            case "RecordingEnded" -> moves.add(message(request));
            case "Transferred", "AsksFirst" -> {
                moves.add(new Move.IsAnswered(null));
                sentOn = true;
            }
            case "Returned" -> moves.add(new Move.ComesBack());
            case "CallerGone" -> isGone = true; // the last move, though the request that tells of it may tell of more
            // a first request brings nothing new; news beside the conversation changes nothing in it
            default -> { }
        }
    }

    private void asked(EventRow event) {
        said = event.kind();
        String[] door = event.door().split("/");
        phone = door.length > 3 ? door[3] : null;
    }

    private Move dialled(Map<String, String> request) {
        return switch (said) {
            case "LegDeclined" -> new Move.Declines(phone);
            case "LegAsked" -> new Move.PicksUpInSilence(phone);
            case "LegAccepted" -> new Move.IsAnswered(phone);
            default -> rang(request);
        };
    }

    private static Move rang(Map<String, String> request) {
        return switch (LegState.of(request.getOrDefault("DialCallStatus", ""))) {
            case ANSWERED, COMPLETED -> "false".equals(request.get("DialBridged")) ? new Move.NobodyAnswers() : new Move.IsAnswered(null);
            case NO_ANSWER -> new Move.NobodyAnswers();
            default -> new Move.IsBusy();
        };
    }

    private static Move message(Map<String, String> request) {
        String seconds = request.getOrDefault("RecordingDuration", "");
        boolean any = !request.getOrDefault("RecordingUrl", "").isEmpty() && seconds.matches("\\d{1,4}");
        return new Move.LeavesMessage(null, any ? Integer.parseInt(seconds) : 0, "hangup".equals(request.get("Digits")));
    }

    /** The request that should have told of a message may have got lost: then the end of the call tells of it. */
    private Move gone() {
        boolean told = moves.stream().anyMatch(Move.LeavesMessage.class::isInstance);
        String seconds = end.facts().get("recording.seconds").orElse("");
        return end.outcome() == Outcome.VOICEMAIL && !told && seconds.matches("\\d{1,4}")
                ? new Move.LeavesMessage(null, Integer.parseInt(seconds), true) : new Move.HangsUp();
    }
}
