package callward.twilio;

import callward.call.PickUps;
import callward.call.WhisperFormat;
import callward.flow.Whisper;
import callward.settings.LogText;
import callward.settings.OnceMore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Whoever picks up a telephone that asks gets a document, whatever happens. Where we do not know what to say he is let go, and the caller goes on. */
@ApplicationScoped
public class Offers {

    private static final Logger LOG = System.getLogger(Offers.class.getName());

    @Inject
    PickUps pickUps;
    @Inject
    Whispers whispers;
    @Inject
    OurUrls urls;
    @Inject
    Clock clock;

    /** @param deviceKey and {@code turn} as the door's path names them */
    String offered(String deviceKey, String turn, TwilioForm form) {
        return answer(form, () -> pickUps.offered(form.pickUp(deviceKey, number(turn), path(deviceKey, "offer", turn), clock.instant()), format(deviceKey, turn)));
    }

    /** @param tried how often he has been asked */
    String keyed(String deviceKey, String turn, String tried, TwilioForm form) {
        return answer(form, () -> pickUps.keyed(form.pickUp(deviceKey, number(turn), path(deviceKey, "keyed", turn), clock.instant()),
                form.get("Digits"), number(tried), format(deviceKey, turn)));
    }

    private String answer(TwilioForm form, Supplier<String> answer) {
        try {
            return OnceMore.of(answer);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "call=" + LogText.of(form.get("ParentCallSid")) + " leg=" + LogText.of(form.get("CallSid")) + " cannot be asked", e);
            return whispers.write(new Whisper.Farewell(List.of()), null);
        }
    }

    private WhisperFormat format(String deviceKey, String turn) {
        return (whisper, tried) -> whispers.write(whisper, urls.keyed(deviceKey, number(turn), tried));
    }

    private static String path(String deviceKey, String door, String turn) {
        return OurUrls.ROOT + "leg/" + deviceKey + "/" + door + "/" + turn;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("not a number");
        }
        return Integer.parseInt(text);
    }
}
