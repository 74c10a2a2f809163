package callward.call;

import callward.flow.Verb;
import callward.flow.Whisper;
import java.util.List;

/** What becomes of one of those who ask, and are asked, about a caller; or of the caller who waits meanwhile. Addresses are paths below our doors. */
public sealed interface ForColleague {

    /** He hears something, and then asks again. */
    record Hears(List<Verb.Prompt> prompts) implements ForColleague { }

    /** He leaves the queue that he waits in. */
    record Leaves() implements ForColleague { }

    /** He waits in a queue of his own. @param hears what he hears there; @param then where he asks once he has left it */
    record Waits(String queue, String hears, String then) implements ForColleague { }

    /** He fetches somebody from a queue in which nobody else is. @param met told just before the two are connected, null for nowhere; @param then where he asks afterwards */
    record Fetches(List<Verb.Prompt> prompts, String queue, String met, String then) implements ForColleague { }

    /** @param keyed where his key is told */
    record Asks(Whisper whisper, String keyed) implements ForColleague { }

    record HangsUp(List<Verb.Prompt> prompts) implements ForColleague { }

    /** Nothing changes for him. */
    record GoesOn() implements ForColleague { }
}
