package callward.flow;

import callward.flow.Turn.Next;
import java.util.List;

/** Lets the caller hear something, or nothing, and ends the call. */
public record HangUp(String id, List<Utterance> says) implements Step {

    public HangUp {
        Bounds.id(id);
        says = Bounds.list(says);
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
        return says;
    }

    Next enter(Moment moment) {
        moment.say(says);
        return moment.hangUp();
    }
}
