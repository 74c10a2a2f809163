package callward.flow;

import java.util.List;

/**
 * Goes one way while a calendar says open, the other way when it does not.
 *
 * @param calendar key of a calendar
 * @param open     null: the call ends politely
 * @param closed   null: the call ends politely
 */
public record ByTime(String id, String calendar, String open, String closed) implements Step {

    public ByTime {
        Bounds.id(id);
        Bounds.required("calendar", id, calendar);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(open, closed);
    }

    @Override
    public List<Utterance> utterances() {
        return List.of();
    }
}
