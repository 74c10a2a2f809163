package callward.call;

import callward.phone.CallId;
import callward.phone.LegId;

/**
 * Somebody who talks could not be moved to one of our doors, and will not be. Fired once, inside the transaction that notes it.
 *
 * @param call the call that he talks in
 * @param gone the carrier says that he does not talk any more; else it could not be asked in time
 */
record LegNotMoved(CallId call, LegId leg, boolean gone) { }
