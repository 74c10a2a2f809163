package callward.flow;

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
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(next);
    }

    @Override
    public List<Utterance> utterances() {
        return says;
    }
}
