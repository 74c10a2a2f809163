package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** The origin under which the carrier and people reach us. Never taken from a request. */
@ApplicationScoped
public class PublicUrl {

    @Inject
    Settings settings;

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        String text = settings.get(Setting.PUBLIC_URL).orElseGet(() -> "http://localhost:" + settings.number(Setting.HTTP_PORT));
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Where this server reaches itself. */
    public String local() {
        return "http://127.0.0.1:" + settings.number(Setting.HTTP_PORT);
    }

    /** @param path begins with a slash */
    public URI at(String path) {
        return URI.create(origin() + path);
    }
}
