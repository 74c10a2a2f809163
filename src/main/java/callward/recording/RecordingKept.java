package callward.recording;

import callward.phone.CallId;

/**
 * Sound of a call is in our own store now. Fired once per recording, inside the transaction that says so.
 *
 * @param recording the carrier's name for it
 * @param file      below the data folder
 */
public record RecordingKept(String recording, CallId call, String file, String contentType, long bytes, int seconds) { }
