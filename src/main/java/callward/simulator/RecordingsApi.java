package callward.simulator;

import java.util.List;
import java.util.Map;

/** REST: lists, serves and deletes recordings. */
final class RecordingsApi {

    private final Exchange exchange;

    RecordingsApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty()) {
            return list(request, request.query().get("CallSid"));
        }
        return one(request, path.get(0));
    }

    RestAnswer ofCall(RestRequest request, String callSid, List<String> path) {
        return path.isEmpty() ? list(request, callSid) : one(request, path.get(0));
    }

    private RestAnswer list(RestRequest request, String callSid) {
        if (!request.method().equals("GET")) {
            throw SimulatedRest.methodNotAllowed();
        }
        var recordings = exchange.account.recordings().reversed().stream()
                .filter(recording -> callSid == null || callSid.equals(recording.callSid)).toList();
        return RestPages.of(request, "recordings", recordings, this::json);
    }

    private RestAnswer one(RestRequest request, String sid) {
        var recording = find(request, sid);
        return switch (request.method()) {
            case "GET" -> RestAnswer.json(200, json(recording));
            case "DELETE" -> {
                exchange.account.delete(recording);
                yield RestAnswer.nothing();
            }
            default -> throw SimulatedRest.methodNotAllowed();
        };
    }

    /** The sound itself. The simulator makes WAV files only, and says so when asked for another kind. */
    RestAnswer media(RestRequest request, String name) {
        var recording = find(request, name.replaceFirst("\\.(wav|mp3)$", ""));
        if (name.endsWith(".mp3")) {
            throw new RestRefused(404, 20404, "The simulator makes .wav files, not .mp3");
        }
        if (!recording.status.equals("completed")) {
            throw RestRefused.notFound(request.path());
        }
        return exchange.account.sound(recording).map(RestAnswer::sound).orElseThrow(() -> RestRefused.notFound(request.path()));
    }

    private SimulatedRecording find(RestRequest request, String sid) {
        return exchange.account.recordings().stream().filter(recording -> recording.sid.equals(sid)).findFirst()
                .orElseThrow(() -> RestRefused.notFound(request.path()));
    }

    private Map<String, Object> json(SimulatedRecording recording) {
        var json = SimulatedRest.object();
        json.put("sid", recording.sid);
        json.put("account_sid", exchange.account.sid());
        json.put("call_sid", recording.callSid);
        json.put("conference_sid", recording.conferenceSid);
        json.put("status", recording.status);
        json.put("duration", String.valueOf(recording.duration));
        json.put("channels", recording.channels);
        json.put("source", recording.source);
        json.put("start_time", Reports.rfc2822(recording.started));
        json.put("date_created", Reports.rfc2822(recording.started));
        json.put("date_updated", Reports.rfc2822(recording.updated));
        json.put("media_url", exchange.recorder.url(recording));
        json.put("api_version", "2010-04-01");
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Recordings/" + recording.sid + ".json");
        return json;
    }
}
