package callward.call;

import callward.phone.CallId;
import java.time.Instant;
import java.util.Map;

/**
 * The first request of an inbound call.
 *
 * @param caller   as the carrier sent it: E.164, {@code anonymous}, {@code client:…}, {@code sip:…}
 * @param called   the number that was called
 * @param account  SID of the account at the carrier that the call belongs to
 * @param practice null for a real call
 */
public record Arrival(CallId call, String caller, String called, Instant at, String door, Map<String, String> request, String account,
                      Practice practice) {

    public Arrival {
        request = Map.copyOf(request);
    }

    boolean simulated() {
        return practice != null;
    }

    /** When the call pretends to begin. */
    Instant hour() {
        return pretended() == null ? at : pretended();
    }

    /** Null unless it pretends. */
    Instant pretended() {
        return practice == null ? null : practice.at();
    }
}
