package callward.simulator;

/**
 * What the carrier waits for at one end of a call.
 *
 * @param number counts the waits of the call, from 1
 */
record Awaited(int number, What what) {

    /** The sorts of input. */
    enum What {
        KEYS,
        /** words, or keys */
        WORDS,
        /** a message, after the tone */
        SOUND
    }
}
