package callward.simulator;

import java.time.Instant;

/** What the carrier would write to its debugger: an error or warning with the carrier's code. */
record Alert(String sid, Instant at, int code, String message, String callSid, String url) {

    @Override
    public String toString() {
        return code + " " + message + (url == null ? "" : " (" + url + ")");
    }
}
