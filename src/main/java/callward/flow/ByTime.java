package callward.flow;

import callward.flow.Turn.Next;
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
        open = Bounds.orEnd(open);
        closed = Bounds.orEnd(closed);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(open, closed);
    }

    /** A caller who got nowhere is treated as one who calls too late. */
    @Override
    public String givesUp() {
        return closed == null ? open : closed;
    }

    @Override
    public List<Utterance> utterances() {
        return List.of();
    }

    Next enter(Moment moment) {
        return moment.findOut(new Question.IsOpen(calendar));
    }

    /** A calendar that cannot be read does not keep callers from people. */
    Next learn(Moment moment, Answer answer) {
        return moment.goTo(answer instanceof Answer.Open(boolean isOpen) && !isOpen ? closed : open);
    }
}
