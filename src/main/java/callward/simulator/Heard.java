package callward.simulator;

import java.time.Instant;

/** One line of what happened at one end of a call: what the person there heard or did. */
record Heard(int number, Instant at, Kind kind, String text, String voice, String language) {

    /** What sort of line it is. */
    enum Kind {
        /** spoken by the carrier's text-to-speech */
        SPEECH,
        /** a sound file was played; the text is its address */
        SOUND,
        /** the tone before a recording */
        TONE,
        /** the person at the other end */
        VOICE,
        /** keys pressed at the other end */
        KEYS,
        RINGING,
        MUSIC,
        /** this person said it */
        SAID,
        /** this person pressed it */
        PRESSED,
        /** from here on this person and another hear each other; the text is the other's number */
        CONNECTED,
        /** the call is over; the text is its status */
        ENDED,
        /** a remark of the simulator */
        NOTE;

        boolean isHeard() {
            return compareTo(SAID) < 0;
        }
    }
}
