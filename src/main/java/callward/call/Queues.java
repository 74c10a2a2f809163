package callward.call;

import callward.flow.Answer;
import callward.phone.CallId;
import callward.wording.Facts;
import java.time.Instant;

/** Knows who waits for whom: the room of the queues implements it. */
public interface Queues {

    /**
     * Whether somebody may wait for a group, within the call's transaction.
     *
     * @param hour what time it is in the call
     * @return {@link Answer.Queue}, or {@link Answer.Unknown} when there is no such group
     */
    Answer mayWait(String group, Facts facts, Instant hour);

    /** Whether somebody fetches the caller at this moment, or talks to him, as far as we have been told. */
    boolean isTaken(CallId call);
}
