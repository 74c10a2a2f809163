package callward.queue;

import callward.flow.Verb;
import java.util.List;

/** What somebody hears who waits. */
public sealed interface ForCaller {

    /**
     * @param keys    that count meanwhile, empty for none
     * @param seconds of silence afterwards
     */
    record Hears(List<Verb.Prompt> prompts, String keys, int seconds) implements ForCaller { }

    /** He leaves the queue: what he hears then is an answer to his call's next turn. */
    record Leaves() implements ForCaller { }

    /** He goes on waiting. */
    record Waits() implements ForCaller { }
}
