package callward.flow;

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
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(next);
    }

    @Override
    public List<Utterance> utterances() {
        return List.of();
    }
}
