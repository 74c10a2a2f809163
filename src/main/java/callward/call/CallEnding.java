package callward.call;

import callward.phone.CallId;
import java.time.Instant;
import java.util.Map;

/**
 * The carrier says that a call is over.
 *
 * @param status  its word: completed, busy, failed, no-answer, canceled
 * @param seconds length of the call, -1 when it did not say
 */
public record CallEnding(CallId call, String status, int seconds, Instant at, String door, Map<String, String> request) {

    public CallEnding {
        request = Map.copyOf(request);
    }
}
