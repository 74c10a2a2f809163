package callward.call;

import callward.phone.CallId;
import callward.wording.Facts;
import java.time.Instant;

/**
 * A call that we make: the carrier rings, or will ring, the telephone of whoever wants it.
 *
 * @param account     SID of the account at the carrier that makes it
 * @param line        whose number it shows; null when that line is gone
 * @param from        that number, E.164
 * @param called      whom it is for, E.164, or the telephone that is tried
 * @param facts       what is known: {@code called.number}, {@code agent.name} …, see {@link callward.flow.BuiltIn}
 * @param ringSeconds how long the telephone of whoever wants it rings
 */
public record Departure(CallId call, String account, boolean simulated, Long line, String from, String called, Facts facts, int ringSeconds, Instant at) { }
