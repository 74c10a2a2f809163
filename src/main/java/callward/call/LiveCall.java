package callward.call;

import callward.flow.Progress;
import callward.phone.CallId;
import java.time.Duration;
import java.time.Instant;

/**
 * A call under its row lock.
 *
 * @param revision    {@link #SCRIPT_GONE} when its script was deleted
 * @param turn        the turn it awaits
 * @param lineName    as the caller's line is called now
 * @param pretendedAt when a simulated call pretends to have begun, or null
 */
record LiveCall(CallId id, String lineName, long revision, int turn, Progress progress, boolean over, Instant startedAt, Instant pretendedAt) {

    static final long SCRIPT_GONE = 0;

    /** What time it is in this call. */
    Instant hour(Instant at) {
        return pretendedAt == null ? at : pretendedAt.plus(Duration.between(startedAt, at));
    }
}
