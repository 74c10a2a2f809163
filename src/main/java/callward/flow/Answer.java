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

    record Open(boolean open) implements Answer { }
}
