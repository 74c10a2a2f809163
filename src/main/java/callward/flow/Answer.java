package callward.flow;

import callward.wording.Facts;
import java.util.List;

/** What was found out. */
public sealed interface Answer {

    record Known(Facts facts) implements Answer {
        public Known {
            facts = facts == null ? Facts.NONE : facts;
        }
    }

    record Unknown() implements Answer { }

    /** @param passedOver those that are there, and must not be rung at this moment */
    record Targets(List<Verb.Target> targets, List<NotRung> passedOver) implements Answer {

        public Targets {
            targets = Bounds.list(targets);
            passedOver = Bounds.list(passedOver);
        }

        public Targets(List<Verb.Target> targets) {
            this(targets, List.of());
        }
    }

    /** A telephone that must not be rung. @param label what people call it */
    record NotRung(String key, String label, Remark.Why why) { }

    /**
     * Who of a group can be rung at this moment.
     *
     * @param targets        in the order in which they are to be rung; the telephones of one agent stand together, his first one first
     * @param passedOver     members who are not to be rung, by agent or telephone
     * @param open           whether the group's hours are on; true when it has none
     * @param callerIsMember the caller calls from a member's telephone
     */
    record Members(List<Verb.Target> targets, List<NotRung> passedOver, RingRules rules, boolean open, boolean callerIsMember) implements Answer {

        public Members {
            targets = Bounds.list(targets);
            passedOver = Bounds.list(passedOver);
        }
    }

    /**
     * Whether a caller may wait for somebody of a group.
     *
     * @param open           whether the group's hours are on; true when it has none
     * @param anybody        whether any member is at work: free, or talking to somebody
     * @param callerIsMember the caller calls from a member's telephone, and the group does not want that
     * @param ahead          callers who wait on the line already
     * @param callsBack      whether one more may ask to be called back
     */
    record Queue(Waiting waiting, boolean open, boolean anybody, boolean callerIsMember, int ahead, boolean callsBack) implements Answer { }

    record Allowed(boolean allowed) implements Answer { }

    record Open(boolean open) implements Answer { }
}
