package callward.simulator;

import java.time.Duration;
import java.time.Instant;

/** {@code <Record>}: a tone, and then whatever the person says until a key, silence, the limit or the end of the call. */
final class RecordVerb {

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb verb;
    private final Taping taping = new Taping();

    RecordVerb(LiveLeg leg, TwimlDocument document, TwimlVerb verb) {
        this.leg = leg;
        this.document = document;
        this.verb = verb;
    }

    Instruction perform() throws CallBreak, InterruptedException {
        var wishes = wishes();
        var action = leg.address(document, verb.get("action", "")); // before the tone: a document without a usable one fails at once
        if (verb.flag("playBeep", true)) {
            leg.call.note(Heard.Kind.TONE, "beep");
        }
        var recording = leg.exchange.recorder.begin(leg.call, "RecordVerb");
        leg.exchange.recorder.report(leg.call, recording, wishes);
        try {
            var key = heardOut(recording.started);
            if (key == null && taping.isEmpty()) {
                leg.exchange.account.delete(recording);
                return null; // nothing but silence: the next verb, as Twilio's own example has it
            }
            return Instruction.fetch("record", action, verb.method(), finish(recording, wishes, key));
        } catch (CallBreak gone) {
            var fields = finish(recording, wishes, "hangup").set("CallStatus", CallStatus.COMPLETED.wire());
            leg.mention(Instruction.fetch("record", action, verb.method(), fields));
            throw gone;
        }
    }

    private String heardOut(Instant start) throws CallBreak, InterruptedException {
        leg.call.awaits(Awaited.What.SOUND);
        try {
            return listen(start);
        } finally {
            leg.call.awaitsNothing();
        }
    }

    /** Until it is over; the key that ended it, or null after silence or at the limit. */
    private String listen(Instant start) throws CallBreak, InterruptedException {
        var limit = start.plusSeconds(maxLength());
        int patience = verb.number("timeout", 5);
        var quietSince = start;
        while (true) {
            var silence = patience == 0 ? limit : quietSince.plusSeconds(patience);
            var event = leg.next(silence.isBefore(limit) ? silence : limit);
            switch (event) {
                case LegEvent.Spoke spoke -> {
                    taping.add(spoke);
                    quietSince = leg.now();
                }
                case LegEvent.Speaking speaking -> quietSince = leg.now();
                case LegEvent.Pressed pressed when verb.get("finishOnKey", "1234567890*#").indexOf(pressed.key()) >= 0 -> {
                    return String.valueOf(pressed.key());
                }
                case LegEvent.TimeUp timeUp -> {
                    return null;
                }
                default -> {
                    // not part of a recording
                }
            }
        }
    }

    private int maxLength() {
        int length = verb.number("maxLength", 3600);
        if (transcribes() && length > 120) {
            if (verb.has("maxLength")) {
                leg.exchange.alert(13615, "maxLength " + length + " is too high for a transcription", leg.call, document.url());
            }
            return 120;
        }
        return length;
    }

    private Fields finish(SimulatedRecording recording, Recorder.Wishes wishes, String key) {
        boolean untrimmed = verb.get("trim", "trim-silence").equals("do-not-trim");
        if (untrimmed || taping.isEmpty()) {
            var passed = Duration.between(recording.started, leg.now()).minus(taping.length());
            taping.addSilence(passed.isNegative() ? Duration.ZERO : passed);
        }
        leg.exchange.recorder.finish(leg.call, recording, taping, wishes);
        return Fields.of("RecordingUrl", leg.exchange.recorder.url(recording), "RecordingSid", recording.sid,
                "RecordingDuration", String.valueOf(recording.duration)).add("Digits", key);
    }

    private boolean transcribes() {
        return verb.flag("transcribe", false) || verb.has("transcribeCallback");
    }

    private Recorder.Wishes wishes() throws CallBreak, InterruptedException {
        return new Recorder.Wishes(
                verb.has("recordingStatusCallback") ? leg.address(document, verb.get("recordingStatusCallback", "")) : null,
                verb.get("recordingStatusCallbackMethod", "POST"), verb.get("recordingStatusCallbackEvent", "completed"),
                verb.has("transcribeCallback") ? leg.address(document, verb.get("transcribeCallback", "")) : null, transcribes());
    }
}
