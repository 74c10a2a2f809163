package callward.call;

import callward.phone.CallId;
import java.time.Instant;

/**
 * The carrier has sound of a call, or will have it soon. Fired inside a transaction, perhaps more than once per recording.
 *
 * @param recording the carrier's name for it
 * @param ready     the carrier says that the sound can be fetched now
 * @param absent    the carrier says that there will never be any
 * @param seconds   -1 while unknown
 */
public record RecordingNews(CallId call, String recording, String url, int seconds, boolean ready, boolean absent, Instant at) { }
