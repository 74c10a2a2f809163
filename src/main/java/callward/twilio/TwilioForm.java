package callward.twilio;

import callward.call.Arrival;
import callward.call.CallEnding;
import callward.call.LegNews;
import callward.call.PickUp;
import callward.call.Practice;
import callward.call.RecordingNews;
import callward.call.TranscriptNews;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.CallEvent.DialOutcome;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Twilio sent, as it sent it, and what that means to us. Unknown fields are kept, and mean nothing.
 *
 * @param isSimulated the built-in simulator has sent it: only its word counts when a call pretends something
 */
record TwilioForm(Map<String, List<String>> fields, boolean isSimulated) {

    private static final Set<String> ENDINGS = Set.of("completed", "busy", "failed", "no-answer", "canceled");
    private static final int LONGEST = 4000;
    private static final String PRETENDED_TIME = "SipHeader_X-Callward-Time";
    private static final String PRETENDED_SCRIPT = "SipHeader_X-Callward-Script";

    TwilioForm(Map<String, List<String>> fields) {
        this(fields, false);
    }

    static TwilioForm of(String encoded) {
        return new TwilioForm(FormFields.decode(encoded));
    }

    /** The first value of a field without anything that XML or the database could not hold; empty when there is none. */
    String get(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : legal(values.get(0));
    }

    CallId call() {
        return new CallId(get("CallSid"));
    }

    String account() {
        return get("AccountSid");
    }

    /** E.164, {@code client:…}, {@code sip:…}, {@code anonymous}, or whatever else the world's carriers hand on. */
    String caller() {
        return get("From");
    }

    String called() {
        return get("To");
    }

    /** The line's number, for a caller who has none that a telephone could show; else nothing. */
    Optional<String> callerIdInstead() {
        return PhoneNumber.in(caller()).isPresent() ? Optional.empty() : PhoneNumber.in(called()).map(PhoneNumber::e164);
    }

    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        fields.forEach((name, values) -> request.put(legal(name), legal(String.join(", ", values))));
        return request;
    }

    TwilioForm without(Set<String> names) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(fields);
        fewer.keySet().removeAll(names);
        return new TwilioForm(fewer, isSimulated);
    }

    TwilioForm simulated() {
        return new TwilioForm(fields, true);
    }

    Arrival arrival(String door, Instant now) {
        return new Arrival(call(), caller(), called(), now, door, request(), account(), isSimulated ? practice() : null);
    }

    private Practice practice() {
        String at = get(PRETENDED_TIME);
        String script = get(PRETENDED_SCRIPT);
        return new Practice(at.isEmpty() ? null : Instant.parse(at), script.isEmpty() ? null : Long.valueOf(script));
    }

    /** After a Gather. */
    CallEvent entered(Instant now) {
        String digits = digits();
        String words = get("SpeechResult").strip();
        if (!digits.isEmpty()) {
            return new CallEvent.Entered(now, digits);
        }
        return words.isEmpty() ? new CallEvent.Silent(now) : new CallEvent.Spoke(now, words);
    }

    /** After a Dial. */
    CallEvent dialled(Instant now) {
        LegId leg = CallIds.in(get("DialCallSid")).map(LegId::new).orElse(null);
        return new CallEvent.DialEnded(now, dialOutcome(), leg, Math.max(0, number("DialCallDuration")));
    }

    /** After an Enqueue. @param by who took him, by our books; null when nobody did */
    CallEvent dequeued(String by, Instant now) {
        return new CallEvent.Dequeued(now, switch (get("QueueResult")) {
            case "bridged", "bridging-in-process" -> DequeueOutcome.TALKED;
            case "leave" -> DequeueOutcome.LEFT;
            case "hangup" -> DequeueOutcome.GONE;
            case "redirected", "redirected-from-bridged" -> DequeueOutcome.MOVED;
            case "queue-full" -> DequeueOutcome.FULL;
            default -> DequeueOutcome.FAILED;
        }, by);
    }

    /** After an Enqueue: whether he was moved out of it, so that nobody listens to the answer. */
    boolean isMoved() {
        return get("QueueResult").startsWith("redirected");
    }

    /** Keys, without anything else that might stand there. */
    String digits() {
        return get("Digits").replaceAll("[^0-9A-D*#]", "");
    }

    /** After a Dial: whether the two were really connected. */
    boolean isBridged() {
        return dialOutcome() == DialOutcome.ANSWERED;
    }

    /** After a Record. */
    CallEvent recorded(Instant now) {
        String recording = recording();
        return new CallEvent.RecordingEnded(now, recording.isEmpty() ? null : recording, Math.max(0, number("RecordingDuration")),
                "hangup".equals(get("Digits")));
    }

    /** Somebody has picked up a telephone that asks. */
    PickUp pickUp(String deviceKey, int turn, String door, Instant now) {
        return new PickUp(new CallId(get("ParentCallSid")), new LegId(get("CallSid")), legal(deviceKey), called(), turn, now, door, request());
    }

    LegNews leg(String deviceKey, boolean asks, Instant now) {
        return new LegNews(new CallId(get("ParentCallSid")), new LegId(get("CallSid")), legal(deviceKey), called(), get("CallStatus"),
                number("SequenceNumber"), Timestamps.read(get("Timestamp"), now), asks);
    }

    /** Of a telephone that rings by a call of its own. */
    LegNews placed(Instant now) {
        return new LegNews(call(), new LegId(get("CallSid")), null, called(), get("CallStatus"), number("SequenceNumber"), Timestamps.read(get("Timestamp"), now));
    }

    /** Nothing while the call goes on. */
    Optional<CallEnding> ending(String door, Instant now) {
        return ENDINGS.contains(get("CallStatus")) ? Optional.of(new CallEnding(call(), get("CallStatus"), number("CallDuration"),
                Timestamps.read(get("Timestamp"), now), door, request())) : Optional.empty();
    }

    /** From a Record's action, which comes before the sound does, or from its status callback. Nothing when it names no recording. */
    Optional<RecordingNews> recordingNews(Instant now) {
        String status = get("RecordingStatus");
        return recording().isEmpty() ? Optional.empty() : Optional.of(new RecordingNews(call(), recording(), get("RecordingUrl"),
                number("RecordingDuration"), status.equals("completed"), Set.of("absent", "failed").contains(status), now));
    }

    /** Nothing when it could not be written down. */
    Optional<TranscriptNews> transcript(Instant now) {
        return get("TranscriptionStatus").equals("completed") && !recording().isEmpty()
                ? Optional.of(new TranscriptNews(call(), recording(), get("TranscriptionText"), now)) : Optional.empty();
    }

    /** A voicemail that picks up and is hung up on says "completed", too: only a bridge is an answer. */
    private DialOutcome dialOutcome() {
        return switch (get("DialCallStatus")) {
            case "completed", "answered" -> get("DialBridged").equals("false") ? DialOutcome.SILENT : DialOutcome.ANSWERED;
            case "busy" -> DialOutcome.BUSY;
            case "no-answer" -> DialOutcome.NO_ANSWER;
            case "canceled" -> DialOutcome.CANCELED;
            default -> DialOutcome.FAILED;
        };
    }

    /** A Record's action names the recording only by its address. */
    private String recording() {
        String sid = get("RecordingSid");
        String url = get("RecordingUrl");
        return CallIds.in(sid.isEmpty() ? url.substring(url.lastIndexOf('/') + 1) : sid).orElse("");
    }

    private int number(String name) {
        String text = get(name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String legal(String value) {
        return XmlText.of(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }

    /** Names the carrier gives to things: all look like a call's. */
    private static final class CallIds {

        private static Optional<String> in(String text) {
            try {
                return Optional.of(new CallId(text).sid());
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }
    }
}
