package callward.call;

import callward.flow.Progress;
import callward.phone.CallId;

/**
 * A call under its row lock.
 *
 * @param turn     the turn it awaits
 * @param lineName as the caller's line is called now
 */
record LiveCall(CallId id, String lineName, long revision, int turn, Progress progress, boolean over) { }
