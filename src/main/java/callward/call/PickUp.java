package callward.call;

import callward.phone.CallId;
import callward.phone.LegId;
import java.time.Instant;
import java.util.Map;

/**
 * Somebody, or a machine, has picked up a telephone that asks; the carrier wants to know what he hears.
 *
 * @param call      the call it rings for
 * @param deviceKey key of the telephone, as our reply named it
 * @param address   what was dialled
 * @param turn      the turn of the call that it rings for
 * @param door      the path it came to, as the call's record shows it
 * @param request   its parameters
 */
public record PickUp(CallId call, LegId leg, String deviceKey, String address, int turn, Instant at, String door, Map<String, String> request) {

    public PickUp {
        request = Map.copyOf(request);
    }
}
