package callward.flow;

import callward.flow.Turn.Next;
import java.net.URI;
import java.util.List;

/**
 * Lets another TwiML application, such as a Studio flow, take over.
 *
 * @param url  absolute, https or http
 * @param next where the call goes on when it comes back; null: it ends politely
 */
public record HandOver(String id, URI url, String next) implements Step {

    public HandOver {
        Bounds.id(id);
        if (url == null || url.getHost() == null || !List.of("https", "http").contains(url.getScheme())) {
            throw new IllegalArgumentException("url of step \"" + id + "\" must be a full address like https://example.com/flow, not " + url);
        }
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

    Next enter(Moment moment) {
        moment.cameTo(Happening.Outcome.HANDED_OVER);
        moment.tell(new Happening.HandedOver(url.toString()));
        return moment.await(new Verb.Redirect(url));
    }

    Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.Returned returned -> moment.goTo(next);
            case CallEvent.TimeIsUp timeIsUp -> moment.goTo(next);
            default -> moment.await(new Verb.Redirect(url));
        };
    }
}
