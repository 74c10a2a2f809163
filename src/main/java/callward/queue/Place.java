package callward.queue;

import callward.flow.Progress;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who waits for a group, on the telephone or for our call.
 *
 * @param calls     how often it was tried to call him back
 * @param notAsked  who was not asked and why, as it was noted last; may be null
 * @param number    to call him back at; null for one who is on the line
 * @param practice  his call is simulated
 * @param line      number of the line that he called
 */
record Place(long id, CallId call, String group, State state, Instant joinedAt, int round, int calls, String notAsked, PhoneNumber number, String line,
             Progress progress, Instant startedAt, Instant pretendedAt, boolean practice) {

    enum State { ENTERING, WAITING, ASIDE, CALLBACK, CLAIMED, TALKING, DONE }

    /** How a wait came out. CHOSE: he went elsewhere by a key; TWICE: he waits for our call already; REACHED: somebody has talked with him before he was called back; CANCELLED: by one of us. */
    enum Result { TALKED, CHOSE, TIME_IS_UP, GONE, FAILED, UNREACHED, TWICE, REACHED, CANCELLED, NO_GROUP }

    boolean isCallback() {
        return number != null;
    }

    /** What is known of the call, as whoever is asked hears it: he who is called back is not always called where he called from. */
    Facts facts() {
        return isCallback() ? progress.facts().with("caller.number", number.e164()) : progress.facts();
    }

    /** What time it is in this call. */
    Instant hour(Instant at) {
        return pretendedAt == null ? at : pretendedAt.plus(Duration.between(startedAt, at));
    }
}
