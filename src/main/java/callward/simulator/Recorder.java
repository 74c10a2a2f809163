package callward.simulator;

import java.time.Duration;

/** Makes recordings of what was said, and tells about them once their sound can be fetched. */
final class Recorder {

    private static final Duration LONGEST_TRANSCRIBED = Duration.ofSeconds(120);
    private static final Duration SHORTEST_TRANSCRIBED = Duration.ofSeconds(2);

    private final Exchange exchange;

    Recorder(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Where to report to. */
    record Wishes(String callbackUrl, String callbackMethod, String events, String transcribeUrl, boolean transcribe) {

        boolean wants(String event) {
            return callbackUrl != null && (" " + events + " ").contains(" " + event + " ");
        }
    }

    /** A recording that has begun; its sound follows. */
    SimulatedRecording begin(SimulatedCall call, String source) {
        var recording = new SimulatedRecording();
        recording.sid = Sid.fresh("RE");
        recording.callSid = call.sid;
        recording.source = source;
        recording.status = "in-progress";
        recording.started = exchange.time.now();
        recording.updated = recording.started;
        exchange.account.add(recording);
        return recording;
    }

    String url(SimulatedRecording recording) {
        return exchange.habits.restBase() + "/2010-04-01/Accounts/" + exchange.account.sid() + "/Recordings/" + recording.sid;
    }

    /** The recording is over: its file is written in the background, as at the real carrier, and reported then. */
    void finish(SimulatedCall call, SimulatedRecording recording, Taping taping, Wishes wishes) {
        recording.status = "processing";
        recording.duration = (int) ((taping.length().toMillis() + 500) / 1000);
        recording.words = taping.words();
        recording.updated = exchange.time.now();
        exchange.account.changed();
        exchange.work(() -> {
            exchange.account.keep(recording, taping.sound());
            recording.status = "completed";
            exchange.account.changed();
            report(call, recording, wishes);
            transcribe(call, recording, taping, wishes);
        });
    }

    void report(SimulatedCall call, SimulatedRecording recording, Wishes wishes) {
        if (!wishes.wants(recording.status)) {
            return;
        }
        var fields = Fields.of("AccountSid", exchange.account.sid(), "CallSid", call.sid, "RecordingSid", recording.sid,
                "RecordingUrl", url(recording), "RecordingStatus", recording.status,
                "RecordingChannels", String.valueOf(recording.channels), "RecordingSource", recording.source,
                "RecordingStartTime", Reports.rfc2822(recording.started));
        if (recording.status.equals("completed")) {
            fields.add("RecordingDuration", recording.duration).add("ErrorCode", "0");
        }
        exchange.reports.send(call, "recording", wishes.callbackUrl(), wishes.callbackMethod(), fields, Fields.none());
    }

    private void transcribe(SimulatedCall call, SimulatedRecording recording, Taping taping, Wishes wishes) {
        if (!wishes.transcribe() || wishes.transcribeUrl() == null) {
            return;
        }
        var sid = Sid.fresh("TR");
        boolean possible = taping.length().compareTo(SHORTEST_TRANSCRIBED) >= 0
                && taping.length().compareTo(LONGEST_TRANSCRIBED) <= 0 && !taping.isEmpty();
        var extra = Fields.of("TranscriptionSid", sid, "TranscriptionStatus", possible ? "completed" : "failed",
                "TranscriptionText", possible ? "(simulated transcript) " + taping.words() : "",
                "TranscriptionType", "fast", "TranscriptionUrl", url(recording) + "/Transcriptions/" + sid,
                "RecordingSid", recording.sid, "RecordingUrl", url(recording));
        exchange.reports.send(call, "transcription", wishes.transcribeUrl(), "POST",
                CallParameters.of(call, exchange.account.sid()), extra);
    }
}
