package callward.twilio;

import callward.call.ReplyFormat;
import callward.flow.Verb;
import callward.phone.LegId;
import callward.queue.ForAgent;
import callward.queue.ForCaller;
import callward.queue.OfferedAgent;
import callward.queue.WaitingCaller;
import callward.settings.LogText;
import callward.settings.OnceMore;
import callward.twilio.Prompts.Sheet;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/**
 * What callers hear who wait in a queue, and what agents hear who are offered one. Neither is a turn of the call: the first is asked for again
 * by itself as long as the caller waits, the second belongs to a call of its own.
 */
@ApplicationScoped
public class QueueDoors {

    private static final Logger LOG = System.getLogger(QueueDoors.class.getName());
    static final String QUEUE = "queue";
    static final String OFFER = "offer";
    private static final int MOST_CHARACTERS = 4_000;
    private static final int SECONDS_AFTER_TROUBLE = 5;

    @Inject
    WaitingCaller callers;
    @Inject
    OfferedAgent agents;
    @Inject
    TwimlWriter writer;
    @Inject
    Whispers whispers;
    @Inject
    Prompts prompts;
    @Inject
    OurUrls urls;

    /** Whether a path below our doors is one of these. */
    static boolean has(String path) {
        return Set.of(QUEUE, OFFER).contains(path.split("/", 2)[0]);
    }

    /** @param path below our doors, such as {@code queue/waiting/3} or {@code offer/TOKEN/keyed/1} */
    String answer(String path, TwilioForm form) {
        String[] parts = path.split("/");
        boolean waits = parts[0].equals(QUEUE);
        try {
            return OnceMore.of(() -> waits ? waiting(parts[1], parts[2], path, form) : offered(parts, path, form));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "call=" + LogText.of(form.get("CallSid")) + " door=" + LogText.of(parts[0]) + " failed", e);
            VoiceResponse.Builder trouble = new VoiceResponse.Builder();
            // he goes on waiting: this is asked for again
            return (waits ? trouble.pause(new Pause.Builder().length(SECONDS_AFTER_TROUBLE).build()) : trouble.hangup(new Hangup.Builder().build())).build().toXml();
        }
    }

    // ---- who waits ------------------------------------------------------------------------------------------------------------

    private String waiting(String door, String number, String path, TwilioForm form) {
        if (door.equals("met")) {
            callers.met(number, OurUrls.ROOT + path, form.request());
            return new VoiceResponse.Builder().build().toXml();
        }
        int turn = Integer.parseInt(number);
        ReplyFormat format = (call, verbs, next) -> writer.write(verbs, next, form.callerIdInstead().orElse(null));
        ForCaller hears = door.equals("pressed") ? callers.pressed(form.call(), turn, form.digits(), OurUrls.ROOT + path, form.request(), format)
                : callers.hears(form.call(), turn, OurUrls.ROOT + path, form.request(), format);
        return write(hears, turn);
    }

    private String write(ForCaller hears, int turn) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        switch (hears) {
            case ForCaller.Leaves leaves -> response.leave(new Leave.Builder().build());
            case ForCaller.Waits waits -> response.redirect(new Redirect.Builder(urls.turn("queue/waiting", turn)).build());
            case ForCaller.Hears(var heard, var keys, var seconds) -> {
                if (keys.isEmpty()) {
                    write(heard, new Sheet(response::say, response::play, response::pause));
                    response.pause(new Pause.Builder().length(seconds).build());
                } else {
                    response.gather(gather(heard, seconds, turn));
                }
            }
        }
        return response.build().toXml();
    }

    /** Whoever presses nothing has heard all of it: it is asked for again. */
    private Gather gather(List<Verb.Prompt> heard, int seconds, int turn) {
        Gather.Builder gather = new Gather.Builder().action(urls.turn("queue/pressed", turn)).inputs(Gather.Input.DTMF).numDigits(1).finishOnKey("").timeout(seconds);
        write(heard, new Sheet(gather::say, gather::play, gather::pause));
        return gather.build();
    }

    private void write(List<Verb.Prompt> heard, Sheet sheet) {
        heard.forEach(prompt -> prompts.write(prompt, MOST_CHARACTERS, sheet));
    }

    // ---- who is offered somebody ------------------------------------------------------------------------------------------------

    private String offered(String[] parts, String path, TwilioForm form) {
        String token = parts[1];
        String what = parts.length > 2 ? parts[2] : "";
        ForAgent next = switch (what) {
            case "" -> agents.pickedUp(token, new LegId(form.get("CallSid")));
            case "keyed" -> agents.keyed(token, form.digits(), Integer.parseInt(parts[3]));
            case "talked" -> agents.talked(token, form.isBridged(), OurUrls.ROOT + path, form.request());
            default -> throw new IllegalArgumentException("no such door");
        };
        return write(next, token);
    }

    private String write(ForAgent next, String token) {
        String door = OFFER + "/" + token;
        return switch (next) {
            case ForAgent.Hears(var whisper, var asked) -> whispers.write(whisper, urls.door(door + "/keyed/" + asked));
            case ForAgent.HangsUp end -> new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
            case ForAgent.Fetches(var queue, var seconds) -> dial(new Dial.Builder().timeout(seconds)
                    .queue(new Queue.Builder(XmlText.of(queue)).url(urls.door("queue/met/" + token)).build()), door);
            case ForAgent.Calls(var number, var shows, var seconds) -> {
                Dial.Builder dial = new Dial.Builder().timeout(seconds).callerId(XmlText.of(shows));
                Telephones.add(dial, number, null, null);
                yield dial(dial, door);
            }
        };
    }

    private String dial(Dial.Builder dial, String door) {
        return new VoiceResponse.Builder().dial(dial.action(urls.door(door + "/talked")).build()).build().toXml();
    }
}
