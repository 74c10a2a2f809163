package callward.flow;

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
