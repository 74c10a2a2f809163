package callward.twilio;

import callward.call.WayBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Back to our door for calls that our own clock has moved. */
@ApplicationScoped
public class TwilioWayBack implements WayBack {

    @Inject
    OurUrls urls;

    @Override
    public URI to(int turn) {
        return urls.turn("resumed", turn);
    }
}
