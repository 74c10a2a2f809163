package callward.twilio;

import callward.flow.Verb;
import callward.greeting.Greetings;
import callward.greeting.Heard;
import callward.settings.LogText;
import callward.wording.Sentences;
import callward.wording.Tongue;
import callward.wording.Wording;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Say;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a caller only hears, as TwiML. */
@ApplicationScoped
public class Prompts {

    private static final Logger LOG = System.getLogger(Prompts.class.getName());
    /** Twilio's limit for one Say. */
    private static final int LONGEST_SAY = 4096;

    @Inject
    OurUrls urls;
    @Inject
    Greetings greetings;

    /** Where what is heard is written: a whole document, or a Gather in it. */
    record Sheet(Consumer<Say> say, Consumer<Play> play, Consumer<Pause> pause) { }

    /** @param most characters of a text, for a document that would become too large otherwise */
    void write(Verb.Prompt prompt, int most, Sheet sheet) {
        switch (prompt) {
            case Verb.Say say -> say(say.text(), say.tongue(), most).forEach(sheet.say());
            case Verb.Play play -> greeting(play, most, sheet);
            case Verb.Pause pause -> {
                if (pause.seconds() > 0) {
                    sheet.pause().accept(new Pause.Builder().length(pause.seconds()).build());
                }
            }
        }
    }

    /** Nothing where nothing is left to say: Twilio takes an empty Say for an error. */
    static List<Say> say(String text, Tongue tongue, int most) {
        String legal = XmlText.of(text);
        String fitting = legal.length() <= most ? legal : XmlText.of(legal.substring(0, most));
        return Sentences.upTo(LONGEST_SAY, fitting).stream().filter(piece -> !piece.isBlank()).map(piece -> say(piece, tongue)).toList();
    }

    private static Say say(String text, Tongue tongue) {
        Say.Builder say = new Say.Builder(text).option("language", XmlText.of(tongue.language()));
        return (tongue.voice() == null ? say : say.option("voice", XmlText.of(tongue.voice()))).build();
    }

    private void greeting(Verb.Play play, int most, Sheet sheet) {
        Optional<Heard> heard = greetings.heard(play.greeting());
        if (heard.isEmpty()) {
            LOG.log(Level.WARNING, "greeting={0} is unknown, callers hear nothing", LogText.of(play.greeting()));
        }
        heard.ifPresent(what -> {
            switch (what) {
                case Heard.Words words -> say(Wording.of(words.text()).spoken(play.facts(), words.tongue()), words.tongue(), most).forEach(sheet.say());
                case Heard.Sound sound -> sheet.play().accept(new Play.Builder(urls.media(sound.path())).build());
            }
        });
    }
}
