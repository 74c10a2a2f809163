package callward.simulator;

import java.time.Instant;

/** One request to the customer's server and its answer, for the log beside the telephone. */
record WebhookRecord(long number, Instant at, String callSid, String purpose, String method, String url, Fields parameters,
                     int status, long millis, String contentType, String answer, String error) {
}
