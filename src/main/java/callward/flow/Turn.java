package callward.flow;

import java.util.List;

/**
 * What the engine makes of one event.
 *
 * @param verbs   for the caller, in order
 * @param orders  for the carrier
 * @param news    for the house
 * @param remarks for the call's record
 */
public record Turn(Progress progress, List<Verb> verbs, List<Order> orders, List<Happening> news, List<Remark> remarks, Next next) {

    public Turn {
        verbs = List.copyOf(verbs);
        orders = List.copyOf(orders);
        news = List.copyOf(news);
        remarks = List.copyOf(remarks);
    }

    /** What is next. */
    public sealed interface Next {
        /** The last verb brings the next event. */
        record AwaitCaller() implements Next { }

        /** Followed inside the engine; nobody outside ever sees it. */
        record GoTo(String step) implements Next { }

        /** The one who called the engine finds the answer and calls again with {@code Learned}; the verbs so far are kept. */
        record FindOut(Question question) implements Next { }

        record Over() implements Next { }
    }
}
