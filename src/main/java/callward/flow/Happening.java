package callward.flow;

import java.util.List;

/** News for the house, in the past tense. What is known of the call travels beside it. */
public sealed interface Happening {

    /** Before any of them rings. */
    record AboutToRing(List<Verb.Target> targets) implements Happening { }

    record WasAnswered(String by) implements Happening { }

    record NobodyAnswered(List<Verb.Target> targets) implements Happening { }

    /** @param recording the carrier's name for it */
    record MessageLeft(String mailbox, String recording, int seconds) implements Happening { }

    record HandedOver(String to) implements Happening { }

    record Ended(Outcome outcome) implements Happening { }

    /** How a call ended, as the call log says it. */
    enum Outcome { ANSWERED, VOICEMAIL, MISSED, ABANDONED, HANDED_OVER, REFUSED, FAILED,
        /** We called, and nobody answered. */
        NOT_REACHED }
}
