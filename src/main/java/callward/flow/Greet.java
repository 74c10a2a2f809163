package callward.flow;

import callward.flow.Turn.Next;
import java.util.List;

/**
 * Lets the caller hear something and goes on.
 *
 * @param next null: the call ends politely
 */
public record Greet(String id, List<Utterance> says, String next) implements Step {

    public Greet {
        Bounds.id(id);
        says = Bounds.list(says);
        next = Bounds.orEnd(next);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(next);
    }

    @Override
    public String givesUp() {
        return next;
    }

    @Override
    public List<Utterance> utterances() {
        return says;
    }

    Next enter(Moment moment) {
        moment.say(says);
        return moment.goTo(next);
    }
}
