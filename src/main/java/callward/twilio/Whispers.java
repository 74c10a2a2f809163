package callward.twilio;

import callward.flow.Verb;
import callward.flow.Whisper;
import callward.twilio.Prompts.Sheet;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/**
 * Writes as TwiML what whoever has picked up hears before he is put through. Twilio allows nothing but Play, Say, Gather and Hangup there;
 * a document that ends without a Hangup puts him through.
 */
@ApplicationScoped
public class Whispers {

    private static final int MOST_CHARACTERS = 4_000;

    @Inject
    Prompts prompts;

    /** @param keyed where a key is told to; silence is told to nobody */
    String write(Whisper whisper, URI keyed) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        switch (whisper) {
            case Whisper.Ask ask -> response.gather(gather(ask, keyed)).hangup(new Hangup.Builder().build());
            case Whisper.Farewell farewell -> {
                write(farewell.prompts(), new Sheet(response::say, response::play, rest -> { }));
                response.hangup(new Hangup.Builder().build());
            }
            case Whisper.Connect connect -> { }
        }
        return response.build().toXml();
    }

    /** One key, which counts as soon as it is pressed; none of them ends anything. */
    private Gather gather(Whisper.Ask ask, URI keyed) {
        Gather.Builder gather = new Gather.Builder().action(keyed).inputs(Gather.Input.DTMF).numDigits(1).finishOnKey("")
                .timeout(Math.clamp(ask.accept().seconds(), 1, 30));
        write(ask.prompts(), new Sheet(gather::say, gather::play, rest -> { }));
        return gather.build();
    }

    private void write(List<Verb.Prompt> heard, Sheet sheet) {
        heard.forEach(prompt -> prompts.write(prompt, MOST_CHARACTERS, sheet));
    }
}
