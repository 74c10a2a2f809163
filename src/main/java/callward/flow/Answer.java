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

    record Targets(List<Verb.Target> targets) implements Answer {
        public Targets {
            targets = Bounds.list(targets);
        }
    }

    record Open(boolean open) implements Answer { }
}
