package callward.outgoing;

import callward.call.Calls.CallRow;

/**
 * A call that nobody has answered.
 *
 * @param call       who called, when, on which line
 * @param open       nobody has talked to the caller since, neither by calling back nor because he called again
 * @param calledBack the last who called back, or tried to; null when nobody has
 */
public record Missed(CallRow call, boolean open, CallBack calledBack) { }
