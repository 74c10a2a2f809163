package callward.twilio;

import callward.call.OwnDoors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Our doors for telephones that ring by calls of their own. */
@ApplicationScoped
public class TwilioOwnDoors implements OwnDoors {

    @Inject
    OurUrls urls;

    @Override
    public URI at(String door) {
        return urls.door(door);
    }

    @Override
    public URI progress(long order) {
        return urls.door(PlacedResource.DOOR + "/" + order);
    }
}
