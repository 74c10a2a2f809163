package callward.flow;

import callward.phone.LegId;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;

/** What happens to a call, in order. */
public sealed interface CallEvent {

    Instant at();

    /** The caller is on the line. @param facts what is known of caller and line */
    record Arrived(Instant at, Facts facts) implements CallEvent {
        public Arrived {
            facts = facts == null ? Facts.NONE : facts;
        }
    }

    /** @param digits without the finish key, never empty */
    record Entered(Instant at, String digits) implements CallEvent {
        public Entered {
            digits = digits == null ? "" : digits;
        }
    }

    record Spoke(Instant at, String words) implements CallEvent {
        public Spoke {
            words = words == null ? "" : words;
        }
    }

    /** Neither keys nor speech. */
    record Silent(Instant at) implements CallEvent { }

    /**
     * A ringing step's telephones have stopped, or the talk is over.
     *
     * @param leg   the one that the carrier tells of; null when no leg existed
     * @param phone key of the target that it rang; null when that is not known
     */
    record DialEnded(Instant at, DialOutcome outcome, LegId leg, int seconds, String phone) implements CallEvent {

        /** Nobody knows which telephone it was. */
        public DialEnded(Instant at, DialOutcome outcome, LegId leg, int seconds) {
            this(at, outcome, leg, seconds, null);
        }
    }

    /** How ringing came out. */
    enum DialOutcome {
        /** The two were really connected; the carrier's "completed" alone does not mean that. */
        ANSWERED,
        BUSY,
        NO_ANSWER,
        FAILED,
        CANCELED,
        /** One was picked up and the two were not connected: nobody, or a machine, heard what was asked. */
        SILENT,
        /** Whoever picked one up does not take the call. */
        DECLINED
    }

    /** The wait in a queue is over. @param by who talked to the caller, null when nobody did or we do not know */
    record Dequeued(Instant at, DequeueOutcome outcome, String by) implements CallEvent { }

    /** TALKED = somebody took the caller out, and the talk is over; LEFT = sent out by an answer of ours; MOVED = sent elsewhere by an order. */
    enum DequeueOutcome { TALKED, LEFT, GONE, MOVED, FULL, FAILED }

    /**
     * @param recording the carrier's name for it, null when there is none
     * @param hungUp    the caller is gone
     */
    record RecordingEnded(Instant at, String recording, int seconds, boolean hungUp) implements CallEvent { }

    /** The answer to a {@link Question}. */
    record Learned(Instant at, Answer answer) implements CallEvent { }

    /** The call came back from where it was handed over to. */
    record Returned(Instant at) implements CallEvent { }

    /**
     * Somebody who talks to the caller sends him on: the caller leaves the talk for where he is sent.
     *
     * @param talk    the one that ends so
     * @param by      who has sent him: he who talks, or somebody who oversees him
     * @param note    for whoever takes the call next; null for none
     * @param mailbox where a caller may leave a message whom nobody answers, if the script knows no way for him; null when there is none
     */
    record Transferred(Instant at, TransferTo to, Talk talk, String by, String note, String mailbox) implements CallEvent { }

    /** Whoever was called in a call of ours goes on in a call of his own: the talk counts, and who called him hears nothing more of him. */
    record Parted(Instant at) implements CallEvent { }

    /**
     * Somebody who talks to the caller asks a colleague first: the caller waits for what comes of it.
     *
     * @param how        as if he sent the caller on at once
     * @param token      names it; unguessable
     * @param telephones of the one who is asked, at least one
     */
    record AsksFirst(Transferred how, String token, List<Verb.Target> telephones) implements CallEvent {
        public AsksFirst {
            telephones = List.copyOf(telephones);
        }

        @Override
        public Instant at() {
            return how.at();
        }
    }

    /** One of those who ask and are asked has done something. A turn only where the caller is sent on by it. */
    record Consulted(Instant at, Consultation.News news) implements CallEvent { }

    /** The call is over at the carrier. */
    record CallerGone(Instant at) implements CallEvent { }

    /** Our own clock: the step has taken longer than it may. */
    record TimeIsUp(Instant at) implements CallEvent { }

    /** Our own clock: nobody has talked to the caller, and he has left no message, for as long as a call may go on so. */
    record CallTimeIsUp(Instant at) implements CallEvent { }
}
