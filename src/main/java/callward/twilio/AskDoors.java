package callward.twilio;

import callward.call.Consulting;
import callward.call.Consulting.Request;
import callward.call.ForColleague;
import callward.flow.Consultation;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.settings.LogText;
import callward.settings.OnceMore;
import callward.twilio.Prompts.Sheet;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What those hear who ask, and are asked, about a caller who waits meanwhile; none of it is a turn of his call. */
@ApplicationScoped
public class AskDoors {

    private static final Logger LOG = System.getLogger(AskDoors.class.getName());
    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");
    private static final int MOST_CHARACTERS = 4_000;
    /** The shortest that a carrier waits for somebody to be in a queue: he is there, or on his way. */
    private static final int FETCH_SECONDS = 5;
    private static final int SECONDS_AFTER_TROUBLE = 3;

    @Inject
    Consulting consulting;
    @Inject
    Whispers whispers;
    @Inject
    Prompts prompts;
    @Inject
    OurUrls urls;

    /** Whether a path below our doors is one of these. */
    static boolean has(String path) {
        return path.startsWith(Consultation.DOORS);
    }

    /** @param path below our doors, such as {@code ask/CALL/TOKEN/asker/left} */
    String answer(String path, TwilioForm form) {
        try {
            String[] parts = path.split("/");
            String door = String.join("/", parts[0], parts[1], parts[2]);
            Request request = new Request(new CallId(parts[1]), door, new LegId(form.get("CallSid")), isThere(form), OurUrls.ROOT + path, form.request());
            return write(OnceMore.of(() -> next(request, Arrays.asList(parts).subList(3, parts.length), form)));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "leg=" + LogText.of(form.get("CallSid")) + " cannot be told what it hears", e);
            return new VoiceResponse.Builder().pause(new Pause.Builder().length(SECONDS_AFTER_TROUBLE).build()).redirect(new Redirect.Builder(urls.door(again(path))).build()).build().toXml();
        }
    }

    /** Of who hangs up in a queue the carrier may say that he is in progress still. */
    private static boolean isThere(TwilioForm form) {
        return !OVER.contains(form.get("CallStatus")) && !form.get("QueueResult").equals("hangup");
    }

    /** The keys that he pressed do not come again: he is asked again, or what he has said already counts. */
    private static String again(String path) {
        return path.replaceFirst("/keyed/.*", "");
    }

    private ForColleague next(Request request, List<String> what, TwilioForm form) {
        return switch (what.getFirst()) {
            case "caller" -> what.get(1).equals("met") ? consulting.met(request, what.get(2).equals("adviser"))
                    : consulting.callerWaits(request.call(), request.door(), Integer.parseInt(what.get(2)));
            case "asker" -> asker(request, what.size() > 1 ? what.get(1) : "", form);
            case "adviser" -> adviser(request, Integer.parseInt(what.get(1)), what.subList(2, what.size()), form);
            default -> throw new IllegalArgumentException("no such door");
        };
    }

    private ForColleague asker(Request request, String what, TwilioForm form) {
        return switch (what) {
            case "" -> consulting.askerArrives(request);
            case "waits" -> consulting.askerWaits(request.call(), request.door());
            case "left" -> form.isMoved() ? new ForColleague.GoesOn() : consulting.askerLeft(request); // he is on his way to where we moved him
            case "talked" -> consulting.askerTalked(request, form.isBridged());
            default -> throw new IllegalArgumentException("no such door");
        };
    }

    private ForColleague adviser(Request request, int telephone, List<String> what, TwilioForm form) {
        return switch (what.isEmpty() ? "" : what.getFirst()) {
            case "" -> consulting.adviserPicksUp(request, telephone);
            case "keyed" -> consulting.adviserKeys(request, telephone, form.digits(), Integer.parseInt(what.get(1)));
            case "left" -> consulting.adviserLeft(request, telephone);
            case "talked" -> consulting.adviserTalked(request, telephone, form.isBridged());
            default -> throw new IllegalArgumentException("no such door");
        };
    }

    private String write(ForColleague next) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        switch (next) {
            case ForColleague.Hears(var heard) -> say(heard, response);
            case ForColleague.Leaves leaves -> response.leave(new Leave.Builder().build());
            case ForColleague.Waits(var queue, var hears, var then) ->
                    response.enqueue(new Enqueue.Builder().name(XmlText.of(queue)).action(urls.door(then)).waitUrl(urls.door(hears)).build());
            case ForColleague.Fetches(var heard, var queue, var met, var then) -> {
                say(heard, response);
                response.dial(new Dial.Builder().timeout(FETCH_SECONDS).action(urls.door(then)).queue(queue(queue, met == null ? null : urls.door(met))).build());
            }
            case ForColleague.Asks(var whisper, var keyed) -> {
                return whispers.write(whisper, urls.door(keyed));
            }
            case ForColleague.HangsUp(var heard) -> {
                say(heard, response);
                response.hangup(new Hangup.Builder().build());
            }
            case ForColleague.GoesOn goesOn -> { }
        }
        return response.build().toXml();
    }

    private void say(List<Verb.Prompt> heard, VoiceResponse.Builder response) {
        heard.forEach(prompt -> prompts.write(prompt, MOST_CHARACTERS, new Sheet(response::say, response::play, response::pause)));
    }

    private static Queue queue(String name, URI met) {
        Queue.Builder queue = new Queue.Builder(XmlText.of(name));
        return (met == null ? queue : queue.url(met)).build();
    }
}
