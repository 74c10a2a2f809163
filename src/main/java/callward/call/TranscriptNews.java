package callward.call;

import callward.phone.CallId;
import java.time.Instant;

/** The carrier has written down what a recording says. Fired inside a transaction, late or never. */
public record TranscriptNews(CallId call, String recording, String text, Instant at) { }
