package callward.call;

import callward.phone.CallId;
import callward.phone.LegId;
import java.time.Instant;

/**
 * What the carrier tells of a telephone that rings for a call; in any order, and more than once.
 *
 * @param call      the call it rings for
 * @param deviceKey key of the destination, as our reply named it
 * @param address   what was dialled
 * @param status    the carrier's word: initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled
 * @param sequence  the carrier's count, -1 when it gives none
 * @param asks      whoever picks it up is asked first
 */
public record LegNews(CallId call, LegId leg, String deviceKey, String address, String status, int sequence, Instant at, boolean asks) {

    /** Of a telephone that whoever picks it up talks on. */
    public LegNews(CallId call, LegId leg, String deviceKey, String address, String status, int sequence, Instant at) {
        this(call, leg, deviceKey, address, status, sequence, at, false);
    }
}
