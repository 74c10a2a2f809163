package callward.call;

import callward.phone.CallId;
import callward.phone.LegId;

/**
 * The carrier rings, or will ring, a telephone by a call of its own. Fired once, inside the transaction that notes it.
 *
 * @param call the call that it is for; null when it is for none
 * @param door the path that the order named
 */
public record CallPlaced(CallId call, String door, LegId leg) { }
