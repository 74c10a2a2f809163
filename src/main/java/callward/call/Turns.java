package callward.call;

import callward.call.LiveCalls.Ignored;
import callward.flow.Allowance;
import callward.flow.Answer;
import callward.flow.BuiltIn;
import callward.flow.CallEvent;
import callward.flow.CallFlow;
import callward.flow.HangUp;
import callward.flow.Happening;
import callward.flow.Happening.Outcome;
import callward.flow.Progress;
import callward.flow.Question;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Turn;
import callward.phone.CallId;
import callward.script.Scripts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays events in calls that the caller of it has locked: asks the engine, finds out what it asks, keeps the turn, tells the house. */
@ApplicationScoped
@Transactional
class Turns {

    private static final Logger LOG = System.getLogger(Turns.class.getName());
    private static final Steps NONE = new Steps("gone", List.of(new HangUp("gone", List.of())), null);
    static final String RECORDING = "recording.id";
    static final String RECORDING_SECONDS = "recording.seconds";

    @Inject
    LiveCalls calls;
    @Inject
    TimeLimits limits;
    @Inject
    Scripts scripts;
    @Inject
    Answers answers;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    String play(LiveCall call, CallEvent event, String door, Map<String, String> request, ReplyFormat format) {
        long began = System.nanoTime();
        Steps steps = stepsOf(call);
        Deeds deeds = new Deeds();
        Turn turn = deeds.of(CallFlow.next(steps, call.progress(), event));
        while (turn.next() instanceof Turn.Next.FindOut(var question)) {
            turn = deeds.of(CallFlow.next(steps, turn.progress(), new CallEvent.Learned(event.at(), find(question, call.hour(event.at()), deeds))));
        }
        String reply = format.write(call.id(), turn.verbs(), call.turn() + 1);
        double millis = (System.nanoTime() - began) / 1e6;
        String kind = event.getClass().getSimpleName();
        TurnNotes notes = deeds.notes(call.progress(), turn.progress(), turn.verbs());
        Instant due = event.at().plus(Allowance.of(turn.verbs(), limits.sound()));
        calls.save(call, turn.progress(), new LiveCalls.Played(kind, door, request, reply, event.at(), millis, notes, Deadline.awaits(turn.verbs()), due));
        // nothing that a caller or a carrier has written stands here: a log line cannot be forged
        LOG.log(Level.INFO, () -> "call=" + call.id() + " turn=" + call.turn() + " event=" + kind + " millis=" + Math.round(millis));
        calls.order(call.id(), deeds.orders, clock.instant());
        tell(call, turn.progress(), deeds.news, event.at());
        return reply;
    }

    private Answer find(Question question, Instant hour, Deeds deeds) {
        long began = System.nanoTime();
        Answer answer = answers.to(question, hour);
        deeds.asked(question, answer, (System.nanoTime() - began) / 1e6);
        return answer;
    }

    void tell(LiveCall call, Progress progress, List<Happening> news, Instant at) {
        news.stream().filter(Happening.WasAnswered.class::isInstance).map(Happening.WasAnswered.class::cast)
                .forEach(answered -> calls.answeredBy(call.id(), answered.by()));
        news.forEach(what -> house.fire(new CallNews(call.id(), what, progress.facts(), call.lineName(), at)));
        house.fire(new CallNoted(call.id()));
    }

    static Progress next(Steps steps, Progress progress, CallEvent event, Deeds deeds) {
        return deeds.of(CallFlow.next(steps, progress, event)).progress();
    }

    boolean isIn(LiveCall call, Class<? extends Step> kind) {
        return call.progress().step() != null && stepsOf(call).get(call.progress().step()).filter(kind::isInstance).isPresent();
    }

    boolean isRinging(LiveCall call) {
        return isIn(call, Ring.class) || isIn(call, RingGroup.class);
    }

    /** A call of ours has no author. Every other must come to its end even where its script was deleted meanwhile. */
    Steps stepsOf(LiveCall call) {
        return call.progress().walked(call.revision() == LiveCall.SCRIPT_GONE ? BuiltIn.steps(call.progress().facts()).orElse(NONE) : scripts.steps(call.revision()));
    }

    /** What has been told before, or comes too late, stands in the record all the same. */
    void ignore(CallId call, CallEvent event, String door, Map<String, String> request, Ignored why) {
        calls.told(call, event.getClass().getSimpleName(), door, request, event.at(), why);
        house.fire(new CallNoted(call));
    }

    static Optional<CallEvent> untoldMessage(Steps steps, Progress progress, Instant at, boolean hungUp) {
        return progress.facts().get(RECORDING).filter(any -> isUntold(steps, progress)).map(recording -> new CallEvent.RecordingEnded(at,
                recording, Integer.parseInt(progress.facts().get(RECORDING_SECONDS).orElse("0")), hungUp));
    }

    static boolean isUntold(Steps steps, Progress progress) {
        return progress.outcome() != Outcome.VOICEMAIL && progress.step() != null
                && steps.get(progress.step()).filter(TakeMessage.class::isInstance).isPresent();
    }
}
