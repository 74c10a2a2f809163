package callward.twilio;

import callward.line.Lines;
import callward.line.Route;
import callward.phone.Destination;
import callward.wording.Tongue;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * What a caller hears when something went wrong on our side: we are sorry, and his line's fallback destination rings. Made from memory
 * and asking nobody, because the database may be what is wrong.
 */
@ApplicationScoped
public class Apology {

    private record Words(String holding, String later, String goodbye) { }

    private static final Logger LOG = System.getLogger(Apology.class.getName());
    private static final Words ENGLISH = new Words("We are sorry, something went wrong. Please hold while we connect you.",
            "We are sorry, something went wrong. Please call again later.", "Goodbye.");
    private static final Words SPANISH = new Words("Lo sentimos, algo ha fallado. Espere, por favor, mientras le comunicamos.",
            "Lo sentimos, algo ha fallado. Por favor, llame más tarde.", "Adiós.");
    private static final int RING_SECONDS = 30;

    @Inject
    Lines lines;

    String to(TwilioForm form) {
        Optional<Route> route = route(form);
        Tongue wanted = route.map(Route::tongue).orElse(Tongue.ENGLISH);
        boolean spanish = wanted.locale().getLanguage().equals("es");
        Tongue tongue = spanish || wanted.locale().getLanguage().equals("en") ? wanted : Tongue.ENGLISH;
        Words words = spanish ? SPANISH : ENGLISH;
        Optional<Dial> person = route.flatMap(Route::fallback).map(destination -> dial(destination, form));
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        Prompts.say(person.isPresent() ? words.holding() : words.later(), tongue, Integer.MAX_VALUE).forEach(response::say);
        person.ifPresent(response::dial);
        Prompts.say(words.goodbye(), tongue, Integer.MAX_VALUE).forEach(response::say);
        return response.build().toXml();
    }

    /** Without an action: when nobody answers, or when the talk is over, the goodbye follows. */
    private static Dial dial(Destination destination, TwilioForm form) {
        Dial.Builder dial = new Dial.Builder().timeout(RING_SECONDS);
        form.callerIdInstead().ifPresent(dial::callerId);
        Telephones.add(dial, destination, null, null);
        return dial.build();
    }

    private Optional<Route> route(TwilioForm form) {
        try {
            return lines.route(form.called());
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.ERROR, "nobody knows where the line leads: {0}", databaseAway.toString());
            return Optional.empty();
        }
    }
}
