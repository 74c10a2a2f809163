package callward.call;

import callward.phone.CallId;

/** A call's record has grown, be it by a request that changed nothing. Fired inside the transaction; whoever shows the call reads it anew. */
public record CallNoted(CallId call) { }
