package callward.call;

import java.time.Instant;

/**
 * Which calls to show; null = whichever.
 *
 * @param text      part of a number, of a customer's name or of a ticket's number
 * @param state     LIVE or OVER
 * @param outcome   as {@link callward.flow.Happening.Outcome}
 * @param line      id of the line that was called
 * @param agent     name of who answered
 * @param simulated whether it was made in the simulator
 * @param direction IN or OUT
 */
public record CallFilter(String text, String state, String outcome, Instant from, Instant to, Long line, String agent, Boolean simulated, String direction) {

    /** Of both directions. */
    public CallFilter(String text, String state, String outcome, Instant from, Instant to, Long line, String agent, Boolean simulated) {
        this(text, state, outcome, from, to, line, agent, simulated, null);
    }

    public static final CallFilter ALL = new CallFilter(null, null, null, null, null, null, null, null);

    /** Those that are over. */
    public static final CallFilter OVER = new CallFilter(null, "OVER", null, null, null, null, null, null);
}
