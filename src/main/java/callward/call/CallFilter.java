package callward.call;

import java.time.Instant;

/**
 * Which calls to show; null = whichever.
 *
 * @param text    part of a number, of a customer's name or of a ticket's number
 * @param state   LIVE or OVER
 * @param outcome as {@link callward.flow.Happening.Outcome}
 */
public record CallFilter(String text, String state, String outcome, Instant from, Instant to) {

    public static final CallFilter ALL = new CallFilter(null, null, null, null, null);
}
