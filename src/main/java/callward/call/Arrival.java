package callward.call;

import callward.phone.CallId;
import java.time.Instant;
import java.util.Map;

/**
 * The first request of an inbound call.
 *
 * @param caller as the carrier sent it: E.164, {@code anonymous}, {@code client:…}, {@code sip:…}
 * @param called the number that was called
 */
public record Arrival(CallId call, String caller, String called, Instant at, String door, Map<String, String> request) {

    public Arrival {
        request = Map.copyOf(request);
    }
}
