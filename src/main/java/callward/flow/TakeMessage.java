package callward.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Records a message for a mailbox. Then the call is over.
 *
 * @param maxSeconds     2 to 3600, at most 120 when it is transcribed, 0 for 120
 * @param silenceSeconds silence that ends it: 1 to 60, 0 for 5
 * @param finishKeys     keys that end it, null for {@code #}
 * @param transcribe     whether the carrier shall write it down (US English only, costs money)
 * @param thanks         heard after it; empty: our own words
 */
public record TakeMessage(String id, List<Utterance> says, String mailbox, int maxSeconds, int silenceSeconds, String finishKeys,
                          boolean transcribe, List<Utterance> thanks) implements Step {

    public TakeMessage {
        Bounds.id(id);
        says = Bounds.list(says);
        Bounds.required("mailbox", id, mailbox);
        maxSeconds = Bounds.number("maxSeconds", id, maxSeconds, 2, transcribe ? 120 : 3600, 120);
        silenceSeconds = Bounds.number("silenceSeconds", id, silenceSeconds, 1, 60, 5);
        finishKeys = Bounds.keys("finishKeys", id, finishKeys, 12, "#");
        thanks = Bounds.list(thanks);
    }

    @Override
    public List<String> leadsTo() {
        return List.of();
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), thanks.stream()).toList();
    }
}
