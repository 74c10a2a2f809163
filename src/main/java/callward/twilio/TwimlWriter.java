package callward.twilio;

import callward.call.ReplyFormat;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.twilio.Prompts.Sheet;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes verbs as TwiML. Actions are absolute and name the turn that comes next; a document that ends without one hangs up. */
@ApplicationScoped
public class TwimlWriter implements ReplyFormat {

    /** Twilio refuses more than 64 kB (11750). */
    private static final int MOST_BYTES = 64_000;
    private static final int MOST_HINTS = 500;
    private static final int LONGEST_HINT = 100;

    @Inject
    OurUrls urls;
    @Inject
    Prompts prompts;

    @Override
    public String write(CallId call, List<Verb> verbs, int nextTurn) {
        return write(verbs, nextTurn, null);
    }

    /** @param callerId what rung telephones show where the script leaves it open, or null for the carrier's own choice */
    String write(List<Verb> verbs, int nextTurn, String callerId) {
        String document = document(verbs, nextTurn, callerId, MOST_BYTES);
        for (int most = MOST_BYTES / 2; tooLong(document) && most > 0; most /= 2) {
            document = document(verbs, nextTurn, callerId, most);
        }
        return document;
    }

    private static boolean tooLong(String document) {
        return document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private String document(List<Verb> verbs, int nextTurn, String callerId, int most) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        for (int i = 0; i < verbs.size(); i++) {
            write(verbs.get(i), i == 0, nextTurn, callerId, most, response);
        }
        return response.build().toXml();
    }

    private void write(Verb verb, boolean first, int nextTurn, String callerId, int most, VoiceResponse.Builder response) {
        switch (verb) {
            case Verb.Prompt prompt -> prompts.write(prompt, most, new Sheet(response::say, response::play, response::pause));
            case Verb.Gather gather -> response.gather(gather(gather, nextTurn, most));
            case Verb.Dial dial -> response.dial(dial(dial, first, nextTurn, callerId));
            case Verb.Enqueue waiting -> response.enqueue(new Enqueue.Builder().name(XmlText.of(waiting.queue())).action(urls.turn("dequeued", nextTurn))
                    .waitUrl(urls.turn("queue/waiting", nextTurn)).build());
            case Verb.Park waiting -> response.enqueue(new Enqueue.Builder().name(XmlText.of(waiting.queue())).action(urls.turn("dequeued", nextTurn))
                    .waitUrl(urls.turn(waiting.door(), nextTurn)).build());
            case Verb.Record record -> response.record(record(record, nextTurn));
            case Verb.Redirect redirect -> response.redirect(new Redirect.Builder(redirect.url()).build());
            case Verb.HangUp hangUp -> response.hangup(new Hangup.Builder().build());
            case Verb.Refuse refuse -> response.reject(new Reject.Builder()
                    .reason(refuse.busy() ? Reject.Reason.BUSY : Reject.Reason.REJECTED).build());
        }
    }

    /** Silence must reach us, too, so an empty result asks for its action. */
    private Gather gather(Verb.Gather verb, int nextTurn, int most) {
        Gather.Builder gather = new Gather.Builder().action(urls.turn("entered", nextTurn)).actionOnEmptyResult(true)
                .timeout(verb.seconds()).finishOnKey(verb.finishKey())
                .inputs(verb.speech() ? List.of(Gather.Input.DTMF, Gather.Input.SPEECH) : List.of(Gather.Input.DTMF));
        if (verb.maxDigits() > 0) {
            gather.numDigits(verb.maxDigits());
        }
        if (verb.speech()) {
            gather.option("language", XmlText.of(verb.tongue().language())).speechTimeout("auto");
            hints(gather, verb.hints(), most);
        }
        verb.prompts().forEach(prompt -> prompts.write(prompt, most, new Sheet(gather::say, gather::play, gather::pause)));
        return gather.build();
    }

    private static void hints(Gather.Builder gather, List<String> words, int most) {
        String hints = words.stream().map(word -> XmlText.of(word).replaceAll("[,\\s]+", " ").strip())
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_HINT).limit(MOST_HINTS).collect(Collectors.joining(", "));
        if (!hints.isEmpty() && hints.length() <= most) {
            gather.hints(hints);
        }
    }

    /** As the first verb it leaves the call unanswered until a telephone is picked up: a caller nobody answers pays nothing. */
    private Dial dial(Verb.Dial verb, boolean first, int nextTurn, String callerId) {
        Dial.Builder dial = new Dial.Builder().action(urls.turn("dialled", nextTurn)).timeout(verb.seconds());
        if (first) {
            dial.answerOnBridge(true);
        }
        String shown = verb.callerId() == null ? callerId : verb.callerId();
        if (shown != null) {
            dial.callerId(XmlText.of(shown));
        }
        verb.targets().stream().limit(Telephones.MOST).forEach(target ->
                Telephones.add(dial, target.destination(), urls.leg(target), target.asks() ? urls.offer(target, nextTurn) : null));
        return dial.build();
    }

    private Record record(Verb.Record verb, int nextTurn) {
        Record.Builder record = new Record.Builder().action(urls.turn("recorded", nextTurn))
                .recordingStatusCallback(urls.door("recording"))
                .recordingStatusCallbackEvents(List.of(Record.RecordingEvent.COMPLETED, Record.RecordingEvent.ABSENT))
                .maxLength(verb.maxSeconds()).timeout(verb.silenceSeconds()).finishOnKey(verb.finishKeys())
                .playBeep(true).trim(Record.Trim.TRIM_SILENCE);
        if (verb.transcribe()) {
            record.transcribe(true).transcribeCallback(urls.door("transcription"));
        }
        return record.build();
    }
}
