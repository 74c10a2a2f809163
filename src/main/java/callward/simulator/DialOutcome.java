package callward.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a {@code <Dial>}, for its action. */
final class DialOutcome {

    /** When several phones did not answer, the most telling reason is reported. */
    private static final List<CallStatus> TELLING = List.of(CallStatus.COMPLETED, CallStatus.NO_ANSWER, CallStatus.BUSY,
            CallStatus.FAILED, CallStatus.CANCELED);

    String recordingUrl;
    final Fields more = Fields.none();
    private SimulatedCall child;
    private CallStatus status;
    private String conferenceStatus;
    private boolean bridged;
    private Instant talkEnded;

    void ended(SimulatedCall leg, CallStatus how) {
        if (status == null || TELLING.indexOf(how) < TELLING.indexOf(status)) {
            status = how;
            child = leg == null ? child : leg;
        }
    }

    void bridged(SimulatedCall leg) {
        child = leg;
        bridged = true;
        status = CallStatus.COMPLETED;
    }

    void talkEnded(Instant when) {
        talkEnded = when;
    }

    /** The caller went before anybody was connected. */
    void abandoned(SimulatedCall winner) {
        if (!bridged) {
            child = winner;
            status = winner == null ? CallStatus.CANCELED : CallStatus.COMPLETED;
        }
    }

    void conference() {
        conferenceStatus = "answered";
    }

    boolean pickedUp() {
        return status == CallStatus.COMPLETED;
    }

    void settle() {
        if (status == null) {
            status = CallStatus.FAILED;
        }
    }

    Fields fields() {
        if (conferenceStatus != null) {
            return Fields.of("DialCallStatus", conferenceStatus).addAll(more);
        }
        settle();
        var fields = Fields.of("DialCallStatus", status.wire(), "DialBridged", String.valueOf(bridged));
        if (child != null) {
            fields.add("DialCallSid", child.sid);
            if (child.isAnswered()) {
                fields.add("DialCallDuration", duration());
            }
            if (child.to.startsWith("sip:")) {
                fields.add("DialSipResponseCode", child.isAnswered() ? "200" : String.valueOf(child.sipCode));
                fields.add("DialSipCallId", child.sid + "@simulator");
            }
        }
        return fields.add("RecordingUrl", recordingUrl).addAll(more);
    }

    private long duration() {
        var until = talkEnded != null ? talkEnded : child.endedAt();
        return until == null ? child.seconds() : Math.max(1, (Duration.between(child.answeredAt(), until).toMillis() + 999) / 1000);
    }
}
