package callward.flow;

import callward.wording.Facts;
import java.util.List;

/** What was found out. */
public sealed interface Answer {

    record Known(Facts facts) implements Answer { }

    record Unknown() implements Answer { }

    record Targets(List<Verb.Target> targets) implements Answer { }

    record Open(boolean open) implements Answer { }
}
