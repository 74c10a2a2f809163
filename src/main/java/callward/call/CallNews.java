package callward.call;

import callward.flow.Happening;
import callward.phone.CallId;
import callward.wording.Facts;
import java.time.Instant;

/**
 * Something happened in a call. Fired inside the call's transaction: durable reactions observe it there and write a row;
 * fleeting ones observe {@code AFTER_SUCCESS}, which is before the reply leaves the house.
 */
public record CallNews(CallId call, Happening what, Facts facts, String lineName, Instant at) { }
