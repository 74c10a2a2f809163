package callward.flow;

import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import callward.wording.Sentences;
import callward.wording.Wording;
import java.util.List;

/**
 * Sends the caller a text message when his number can take one, and goes on.
 *
 * @param text may hold {@code {{names}}}
 * @param next null: the call ends politely
 */
public record SendText(String id, String text, String next) implements Step {

    public SendText {
        Bounds.id(id);
        Bounds.required("text", id, text);
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
        return List.of();
    }

    /** The carrier's limit for one text message. */
    private static final int MOST = 1600;

    Next enter(Moment moment) {
        String body = Wording.of(text).written(moment.facts);
        if (!body.isEmpty()) {
            moment.caller().filter(PhoneNumber::canTakeTexts)
                    .ifPresent(caller -> moment.text(id, caller, Sentences.upTo(MOST, body).getFirst()));
        }
        return moment.goTo(next);
    }
}
