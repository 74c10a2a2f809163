package callward.twilio;

import callward.call.Knock;
import callward.call.RecordingNews;
import callward.call.ReplyFormat;
import callward.call.Switchboard;
import callward.flow.CallEvent;
import callward.flow.Verb;
import callward.outgoing.OutgoingCalls;
import callward.queue.WaitingCaller;
import callward.settings.LogText;
import callward.settings.OnceMore;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every request that wants to know what the caller hears next gets a document, whatever happens. */
@ApplicationScoped
public class Conversation {

    private static final Logger LOG = System.getLogger(Conversation.class.getName());
    private static final Set<String> ABOUT_THE_FAILURE = Set.of("ErrorCode", "ErrorUrl");

    @Inject
    Switchboard switchboard;
    @Inject
    OutgoingCalls outgoing;
    @Inject
    TwimlWriter writer;
    @Inject
    OurUrls urls;
    @Inject
    WaitingCaller callers;
    @Inject
    QueueDoors queues;
    @Inject
    AskDoors asking;
    @Inject
    Apology apology;
    @Inject
    Clock clock;

    /**
     * @param door which of our doors it came to: {@code voice}, {@code entered}, {@code dialled}, {@code recorded}, {@code returned}, {@code resumed}
     * @param turn the turn that the door's path names, as it was written
     */
    String answer(String door, String turn, TwilioForm form) {
        try {
            return OnceMore.of(() -> play(door, turn, form));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "call=" + LogText.of(form.get("CallSid")) + " door=" + door + " turn=" + LogText.of(turn) + " failed", e);
            return apology.to(form);
        }
    }

    /**
     * The carrier could not get, or could not use, the answer of a door. It tells us all that it told that door, so the request is
     * played again; a door that was reached the first time gives the same answer again. A document that it cannot use would be no
     * better the second time.
     */
    String answerAgain(TwilioForm form) {
        String path = urls.pathOf(form.get("ErrorUrl"));
        String[] failed = path.split("/", 2);
        LOG.log(Level.WARNING, "call={0} fallback code={1} url={2}", LogText.of(form.get("CallSid")), LogText.of(form.get("ErrorCode")),
                LogText.of(form.get("ErrorUrl")));
        boolean unreached = form.get("ErrorCode").isEmpty() || form.get("ErrorCode").startsWith("112");
        if (QueueDoors.has(path)) {
            return queues.answer(path, form.without(ABOUT_THE_FAILURE));
        }
        if (AskDoors.has(path)) {
            return asking.answer(path, form.without(ABOUT_THE_FAILURE));
        }
        return unreached && !failed[0].isEmpty()
                ? answer(failed[0], failed.length > 1 ? failed[1] : "0", form.without(ABOUT_THE_FAILURE)) : apology.to(form);
    }

    private String play(String door, String turn, TwilioForm form) {
        Instant now = clock.instant();
        if (door.equals("voice")) {
            return switchboard.arrive(form.arrival(OurUrls.ROOT + door, now), format(form));
        }
        if (door.equals(OutgoingCalls.DOOR)) {
            return pickedUp(turn, form, now);
        }
        if (door.equals("resumed")) {
            return switchboard.resume(form.call(), OurUrls.ROOT + door + "/" + number(turn), form.request(), format(form));
        }
        String path = OurUrls.ROOT + door + "/" + turn;
        Knock knock = new Knock(form.call(), number(turn), event(door, form, now), path, form.request(), form.ending(path, now).orElse(null));
        String reply = switchboard.handle(knock, format(form));
        if (knock.event() instanceof CallEvent.RecordingEnded) {
            soundWillCome(form, now);
        }
        return reply;
    }

    /** An agent of ours is on the line: with him his call begins. */
    private String pickedUp(String token, TwilioForm form, Instant now) {
        if (!outgoing.isAnswered(token, form.call())) {
            return format(form).write(form.call(), List.of(new Verb.HangUp()), 0);
        }
        return switchboard.handle(new Knock(form.call(), 0, new CallEvent.Arrived(now, Facts.NONE), OurUrls.ROOT + OutgoingCalls.DOOR, form.request()), format(form));
    }

    private static int number(String turn) {
        if (!turn.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("no such turn");
        }
        return Integer.parseInt(turn);
    }

    private CallEvent event(String door, TwilioForm form, Instant now) {
        return switch (door) {
            case "entered" -> form.entered(now);
            case "dialled" -> form.dialled(now);
            case "dequeued" -> form.dequeued(callers.takenBy(form.call()).orElse(null), now);
            case "recorded" -> form.recorded(now);
            case "returned" -> new CallEvent.Returned(now);
            default -> throw new IllegalArgumentException("no such door");
        };
    }

    /** The carrier's own news of it may get lost; then this is all we have. The caller need not wait for it, nor hear that it failed. */
    private void soundWillCome(TwilioForm form, Instant now) {
        Optional<RecordingNews> news = form.recordingNews(now);
        try {
            news.ifPresent(sound -> OnceMore.run(() -> switchboard.recording(sound)));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "call=" + form.call() + " recording not noted", e);
        }
    }

    private ReplyFormat format(TwilioForm form) {
        return (call, verbs, turn) -> writer.write(verbs, turn, form.callerIdInstead().orElse(null));
    }
}
