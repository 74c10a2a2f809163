package callward.call;

import callward.flow.Verb;
import callward.phone.CallId;
import callward.script.StepsJson;
import java.time.Instant;
import java.util.List;

/**
 * An instant at which something should have come of a call.
 *
 * @param turn    the turn that was awaited, 0 for the call as a whole
 * @param awaits  what the carrier does in that turn: {@code gather}, {@code dial}, {@code record} …; null for the call as a whole
 * @param account SID of the account that the call belongs to
 */
record Deadline(CallId call, What what, int turn, String awaits, Instant dueAt, String account) {

    private static final String DIAL = StepsJson.kindOf(Verb.Dial.class);
    private static final String RECORD = StepsJson.kindOf(Verb.Record.class);

    /** The verb that the next request of the carrier comes from; null when it was told nothing. */
    static String awaits(List<Verb> verbs) {
        return verbs.isEmpty() ? null : StepsJson.kindOf(verbs.getLast().getClass());
    }

    /** Whether telephones may have been rung for it. */
    boolean ofTelephones() {
        return what == What.CALL || what == What.TALK || isStep(DIAL);
    }

    /** Whether something may have been recorded for it. */
    boolean ofTapes() {
        return what == What.MESSAGE || isStep(RECORD);
    }

    /** A turn of before the update does not say what it awaits. */
    private boolean isStep(String verb) {
        return what == What.STEP && (awaits == null || awaits.equals(verb));
    }

    /** What should have come. */
    enum What {
        /** Somebody who talks to the caller, or a message: the call's own limit. */
        CALL,
        /** The carrier's request for the next turn. */
        STEP,
        /** How ringing came out: the call ended without a word of it. */
        TALK,
        /** A message, or that there is none: the call ended without a word of it. */
        MESSAGE
    }
}
