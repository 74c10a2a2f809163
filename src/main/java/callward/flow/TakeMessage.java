package callward.flow;

import callward.flow.Turn.Next;
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
    public String givesUp() {
        return null;
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), thanks.stream()).toList();
    }

    /** What is shorter is a click or a breath. */
    private static final int SHORTEST = 2;

    Next enter(Moment moment) {
        moment.say(says);
        return record(moment);
    }

    Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.RecordingEnded ended -> ended(moment, ended);
            case CallEvent.TimeIsUp timeIsUp -> moment.goodbye();
            default -> record(moment);
        };
    }

    private Next ended(Moment moment, CallEvent.RecordingEnded ended) {
        if (isMessage(ended)) {
            keep(moment, ended);
            return ended.hungUp() ? moment.left() : thank(moment);
        }
        if (ended.hungUp()) {
            moment.cameTo(Happening.Outcome.MISSED);
            return moment.left();
        }
        moment.tries++;
        if (moment.tries > 1) {
            return moment.goodbye();
        }
        moment.say(List.of(), Phrase.NOTHING_HEARD);
        return record(moment);
    }

    /** Gone without a message, whichever of the carrier's two requests says so first. */
    void callerGone(Moment moment) {
        moment.cameTo(Happening.Outcome.MISSED);
    }

    void late(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.RecordingEnded ended && isMessage(ended)) {
            keep(moment, ended);
        }
    }

    private static boolean isMessage(CallEvent.RecordingEnded ended) {
        return ended.recording() != null && ended.seconds() >= SHORTEST;
    }

    private void keep(Moment moment, CallEvent.RecordingEnded ended) {
        moment.cameTo(Happening.Outcome.VOICEMAIL);
        moment.tell(new Happening.MessageLeft(mailbox, ended.recording(), ended.seconds()));
    }

    private Next thank(Moment moment) {
        moment.say(thanks, Phrase.THANKS);
        return moment.hangUp();
    }

    private Next record(Moment moment) {
        return moment.await(new Verb.Record(maxSeconds, silenceSeconds, finishKeys, transcribe));
    }
}
