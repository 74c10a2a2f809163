package callward.flow;

import callward.flow.Turn.Next;
import java.util.List;

/**
 * Refuses the call before it is answered, so that nothing is billed; later in a call it hangs up.
 *
 * @param busy whether the caller hears that the line is busy rather than that the number does not work
 */
public record Reject(String id, boolean busy) implements Step {

    public Reject {
        Bounds.id(id);
    }

    @Override
    public List<String> leadsTo() {
        return List.of();
    }

    @Override
    public String givesUp() {
        return null;
    }

    @Override
    public List<Utterance> utterances() {
        return List.of();
    }

    Next enter(Moment moment) {
        return moment.refuse(busy);
    }
}
