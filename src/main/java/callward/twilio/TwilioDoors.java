package callward.twilio;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where the carrier knocks. */
@ApplicationPath("/twilio")
public class TwilioDoors extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(VoiceResource.class, LegResource.class, PlacedResource.class, QueueResource.class, OfferResource.class, AskResource.class,
                CallStatus.class, RecordingCallback.class, TranscriptionCallback.class);
    }
}
