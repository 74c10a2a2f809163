package callward.flow;

/** What a turn did that neither the caller nor the carrier notices: for the call's record. */
public sealed interface Remark {

    /** A step began. */
    record Entered(String step) implements Remark { }

    /**
     * A telephone that a ringing step names was not rung, or will not be.
     *
     * @param key   the destination's key, as the step names it
     * @param label what people call it, null when the house does not know such a telephone
     */
    record PassedOver(String step, String key, String label, Why why) implements Remark { }

    /** Why a telephone was not rung. More will come: whoever shows them keeps a word for those it does not know. */
    enum Why {
        /** There is no such destination, or it is switched off. */
        NOT_THERE,
        /** The caller calls from it. */
        IS_CALLER,
        /** The step's time was used up before its turn came. */
        OUT_OF_TIME,
        /** Somebody else had answered. */
        ANSWERED_BEFORE,
        /** The caller had hung up. */
        CALLER_GONE,
        /** Whose it is has no desk open, and did not say that he stays reachable. */
        SIGNED_OUT,
        /** Whose it is has switched his telephones off. */
        SWITCHED_OFF,
        /** Whose it is talks to somebody. */
        ON_A_CALL,
        /** Whose it is has just talked to somebody, and writes down what it was about. */
        WRAPPING_UP,
        /** Whose it is is away. */
        OUT_OF_OFFICE,
        /** He has no telephone that may be rung. */
        NO_DEVICE,
        /** It is a line of ours: the call would come in again. */
        OUR_LINE,
        /** Its number must not be called: it is dear, or for emergencies. */
        NOT_ALLOWED,
        /** He knows nothing of what the call asks for. */
        LACKS_SKILL,
        /** His group's hours are off. */
        CLOSED
    }
}
