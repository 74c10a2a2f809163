package callward.call;

import callward.flow.Verb;
import callward.phone.CallId;
import java.util.List;

/** How a door writes verbs for its carrier. The text is kept with the turn, so that a repeated request gets the same bytes. */
public interface ReplyFormat {

    /** @param nextTurn the turn that the actions of this reply must name */
    String write(CallId call, List<Verb> verbs, int nextTurn);
}
