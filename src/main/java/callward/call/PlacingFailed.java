package callward.call;

import callward.phone.CallId;

/**
 * A telephone is not rung, and will not be. Fired once, inside the transaction that notes it.
 *
 * @param call the call that it is for; null when it is for none
 * @param door the path that the order named
 * @param code the carrier's code for why, 0 when it gave none
 */
public record PlacingFailed(CallId call, String door, int code, String message) { }
