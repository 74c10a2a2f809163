package callward.queue;

import callward.flow.Accept;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import java.time.Instant;

/**
 * A place that is, or was, offered to an agent.
 *
 * @param place   its id
 * @param address of the telephone
 * @param leg     the carrier's name of the call that rings it; null until it is known
 * @param endedAt null while he is kept busy by it
 */
record Offered(long id, long place, CallId call, String token, long agentId, String agent, String device, String label, Destination address, boolean asks,
               Accept accept, int round, State state, LegId leg, Instant offeredAt, Instant endedAt) {

    /** RINGING: ordered, or rings. TALKED: took the caller. TAKEN: somebody else did. WITHDRAWN: the caller does not wait any more, was not there when he was fetched, or the carrier gave it up. */
    enum State { RINGING, ASKED, ACCEPTED, TALKED, DECLINED, SILENT, UNANSWERED, BUSY, FAILED, TAKEN, WITHDRAWN }

    boolean isOpen() {
        return endedAt == null;
    }

    /** Where the carrier asks what is said when it is picked up. */
    String door() {
        return door(token);
    }

    static String door(String token) {
        return DOOR + token;
    }

    /** All doors of offers begin so. */
    static final String DOOR = "offer/";
}
