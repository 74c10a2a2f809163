package callward.desk;

import callward.queue.WaitingList.Waiting;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The live board: what goes on at this moment.
 *
 * @param at     when it was read
 * @param calls  calls that go on, the newest first
 * @param agents people and their telephones; telephones that are nobody's stand here by themselves
 * @param waiting who waits for somebody of a group, on the telephone or for a call of ours
 * @param today  calls of this day that are over, by what they came to
 */
public record Board(Instant at, List<Call> calls, List<Agent> agents, List<Waiting> waiting, Map<String, Long> today) {

    /**
     * A call that goes on.
     *
     * @param id       SID of the call
     * @param caller   E.164, {@code client:…}, {@code sip:…} as the carrier sent it; {@code anonymous} for a withheld number
     * @param customer his name; null when he is unknown
     * @param ticket   the number he named; null when he named none
     * @param line     name of the line he called; null when it is gone
     * @param step     the script's step he is in; null before the first
     * @param stepKind {@code menu}, {@code ring}, {@code take-message} …; null when the step is not known
     * @param phase    SCRIPT, RINGING, TALKING or MESSAGE
     * @param since    when he called
     * @param talks    since when he talks to somebody, null while he does not
     * @param with     who talks to him; null while nobody does
     * @param agent    names that one among the board's agents; null for a telephone that is nobody's
     * @param rings    telephones that ring for him
     * @param out      true: we have called him; null: he has called us
     * @param asks     while whoever talks to him asks a colleague first; null while nobody does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Call(String id, String caller, String customer, String ticket, String line, String step, String stepKind, String phase,
                       Instant since, Instant talks, String with, String agent, List<Ringing> rings, Boolean out, Asks asks) {

        /** Somebody who calls us. */
        public Call(String id, String caller, String customer, String ticket, String line, String step, String stepKind, String phase, Instant since, Instant talks,
                    String with, String agent, List<Ringing> rings) {
            this(id, caller, customer, ticket, line, step, stepKind, phase, since, talks, with, agent, rings, null, null);
        }
    }

    /**
     * Somebody asks a colleague about a caller, who waits.
     *
     * @param state MOVING, RINGING, HANDED (he has put down, and the colleague gets the caller), TALKING, CONNECTING or RETURNING
     * @param with  who is asked
     */
    public record Asks(String state, String with) { }

    /**
     * A telephone that rings.
     *
     * @param label what people call it
     * @param agent whose it is, null when nobody's in particular
     * @param since when it began
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ringing(String label, String agent, Instant since) { }

    /**
     * Somebody who answers calls.
     *
     * @param key    names him, or the telephone, on this board
     * @param name   for people
     * @param state  FREE, RINGING or TALKING; or why he would not be rung: ON_A_CALL (he calls himself), WRAPPING_UP, OUT_OF_OFFICE, SWITCHED_OFF,
     *               SIGNED_OUT, NO_DEVICE
     * @param desk   whether he has a desk open; null for a telephone that is nobody's
     * @param since  since when he rings or talks; null while he does not
     * @param until  when the reason not to ring him ends by itself; null when there is none, or nobody knows
     * @param call   SID of the call he rings for or talks in; null while he does neither
     * @param phones his telephones that calls may ring
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agent(String key, String name, String state, Boolean desk, Instant since, Instant until, String call, List<String> phones) { }
}
