package callward.flow;

import callward.phone.PhoneNumber;
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

    /** The caller waits for a group, or waits on. */
    record BeganToWait(Verb.Enqueue waiting) implements Happening { }

    /** The caller has left the queue for a moment, to say how he can be called back; his place is kept. */
    record SteppedAside(String group) implements Happening { }

    record StoppedWaiting(String group, WaitEnd why) implements Happening { }

    /** His place is kept while he waits for our call. */
    record WantsCallback(String group, PhoneNumber number) implements Happening { }

    /** What a wait came to. CHOSE = he pressed a key to go elsewhere. */
    enum WaitEnd { TALKED, CHOSE, TIME_IS_UP, GONE, FAILED }

    record Ended(Outcome outcome) implements Happening { }

    /** How a call ended, as the call log says it. */
    enum Outcome { ANSWERED, VOICEMAIL, MISSED, ABANDONED, HANDED_OVER, REFUSED, FAILED,
        /** We called, and nobody answered. */
        NOT_REACHED }
}
