package callward.flow;

import java.util.List;

/**
 * Rings telephones one after the other until somebody answers. After the talk the call is over.
 *
 * @param destinations keys of the company's list, the first one first
 * @param secondsEach  5 to 600; 0: each destination's own
 * @param secondsTotal 5 to 3600; 0: as long as all of them need
 * @param unanswered   where a caller goes whom nobody answered; null: the call ends politely
 */
public record Ring(String id, List<Utterance> says, List<String> destinations, int secondsEach, int secondsTotal,
                   String unanswered) implements Step {

    public Ring {
        Bounds.id(id);
        says = Bounds.list(says);
        destinations = Bounds.list(destinations);
        secondsEach = Bounds.number("secondsEach", id, secondsEach, 5, 600, 0);
        secondsTotal = Bounds.number("secondsTotal", id, secondsTotal, 5, 3600, 0);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(unanswered);
    }

    @Override
    public List<Utterance> utterances() {
        return says;
    }
}
