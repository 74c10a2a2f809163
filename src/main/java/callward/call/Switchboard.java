package callward.call;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.call.LiveCalls.Ignored;
import callward.flow.Allowance;
import callward.flow.Answer;
import callward.flow.CallEvent;
import callward.flow.CallFlow;
import callward.flow.HandOver;
import callward.flow.HangUp;
import callward.flow.Happening;
import callward.flow.Happening.Outcome;
import callward.flow.Order;
import callward.flow.Progress;
import callward.flow.Question;
import callward.flow.Ring;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Turn;
import callward.flow.Verb;
import callward.line.Lines;
import callward.line.Route;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.Scripts;
import callward.settings.Company;
import callward.wording.CallHour;
import callward.wording.Facts;
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

/** The one door for call events: one event, one transaction, one reply; the same event again, the same reply again. */
@ApplicationScoped
@Transactional
public class Switchboard {

    private static final Logger LOG = System.getLogger(Switchboard.class.getName());
    private static final Steps NONE = new Steps("gone", List.of(new HangUp("gone", List.of())), null);
    /** Where a turn came from that our own clock has played. */
    private static final String DEADLINE = "deadline";
    private static final String RECORDING = "recording.id";
    private static final String RECORDING_SECONDS = "recording.seconds";

    @Inject
    LiveCalls calls;
    @Inject
    DeadlineRows deadlines;
    @Inject
    TimeLimits limits;
    @Inject
    Lines lines;
    @Inject
    Scripts scripts;
    @Inject
    Answers answers;
    @Inject
    Devices devices;
    @Inject
    Company company;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    /** The first request of a call to one of our numbers. A number that leads nowhere is refused. */
    public String arrive(Arrival arrival, ReplyFormat format) {
        Optional<Route> route = route(arrival);
        if (route.isEmpty()) {
            return format.write(arrival.call(), List.of(new Verb.Refuse(false)), 0);
        }
        if (calls.open(arrival, route.get(), arrival.at().plus(limits.call()))) {
            LiveCall fresh = new LiveCall(arrival.call(), route.get().name(), route.get().revision(), 0, Progress.START, false,
                    arrival.at(), arrival.pretended());
            return play(fresh, new CallEvent.Arrived(arrival.at(), known(arrival, route.get())), arrival.door(), arrival.request(), format);
        }
        return calledAgain(arrival, format);
    }

    private Optional<Route> route(Arrival arrival) {
        Long draft = arrival.practice() == null ? null : arrival.practice().script();
        return draft == null ? lines.route(arrival.called()) : lines.routeTo(scripts.trial(draft), arrival.called());
    }

    /** Every later request that wants to know what to do. */
    public String handle(Knock knock, ReplyFormat format) {
        LiveCall call = calls.lock(knock.call()).orElseThrow(() -> new UnknownCall(knock.call()));
        if (knock.turn() != call.turn()) {
            ignore(knock.call(), knock.event(), knock.door(), knock.request(), knock.turn() < call.turn() ? Ignored.REPEATED : Ignored.LATE);
            calls.isAskedFor(call.id(), knock.turn(), clock.instant().plus(TimeLimits.UNTIL_MOVED));
            return calls.reply(call.id(), Math.min(knock.turn(), call.turn() - 1)).orElseGet(() -> format.write(call.id(), List.of(), call.turn()));
        }
        return play(call, knock.event(), knock.door(), knock.request(), format);
    }

    /** The carrier was told to ask what the caller hears now: what we have said last, whatever that is by now. */
    public String resume(CallId id, String door, Map<String, String> request, ReplyFormat format) {
        LiveCall call = calls.lock(id).orElseThrow(() -> new UnknownCall(id));
        calls.told(id, "Resumed", door, request, clock.instant(), null);
        house.fire(new CallNoted(id));
        return calls.reply(id, call.turn() - 1).orElseGet(() -> format.write(id, List.of(), call.turn()));
    }

    /**
     * Our own clock: something is overdue, and the carrier says that the call goes on. Whoever comes second, this or the carrier's own
     * request, changes nothing.
     *
     * @param legs  what the carrier says of the telephones that were rung
     * @param tapes what it has recorded
     */
    void overdue(Deadline due, Legs legs, List<RecordingNews> tapes, ReplyFormat format) {
        tapes.forEach(this::recording);
        calls.lock(due.call()).filter(call -> !call.over() && deadlines.stands(due)).ifPresent(call -> {
            if (deadlines.isOrdered(call.id())) {
                deadlines.putOff(due, TimeLimits.UNTIL_MOVED);
            } else if (due.what() == Deadline.What.CALL) {
                callOverdue(call, due, legs, format);
            } else {
                stepOverdue(call, due, legs, format);
            }
        });
    }

    /** The limit is for callers whom nobody talks to: who talks, leaves a message, or was handed over, is where he wanted to be. */
    private void callOverdue(LiveCall call, Deadline due, Legs legs, ReplyFormat format) {
        deadlines.drop(due);
        boolean reached = legs.talk() || call.progress().over() || isIn(call, HandOver.class) || isIn(call, TakeMessage.class);
        if (!reached) {
            bring(call, new CallEvent.CallTimeIsUp(clock.instant()), due, format);
        }
    }

    private void stepOverdue(LiveCall call, Deadline due, Legs legs, ReplyFormat format) {
        Instant now = clock.instant();
        if (call.progress().over()) {
            calls.told(call.id(), "TimeIsUp", DEADLINE, Map.of(), now, null);
            calls.order(call.id(), List.of(new Order.End()), now);
            deadlines.drop(due);
        } else if (isIn(call, HandOver.class)) {
            deadlines.putOff(due, TimeLimits.ELSEWHERE);
        } else if (legs.talk()) {
            deadlines.putOff(due, TimeLimits.TALK);
        } else if (calls.isUnheard(call, DEADLINE)) {
            calls.order(call.id(), List.of(new Order.Resume(call.turn() - 1, false)), now);
            deadlines.putOff(due, TimeLimits.UNTIL_HEARD);
        } else if (isIn(call, Ring.class) && legs.talked().isPresent()) {
            bring(call, legs.talked().get().ended(now), due, format);
        } else {
            bring(call, untoldMessage(stepsOf(call), call.progress(), now, false).orElseGet(() -> new CallEvent.TimeIsUp(now)), due, format);
        }
    }

    private void bring(LiveCall call, CallEvent event, Deadline due, ReplyFormat format) {
        LOG.log(Level.INFO, "call={0} deadline={1} due={2}", call.id(), due.what(), due.dueAt());
        play(call, event, DEADLINE, Map.of("due", due.dueAt().toString()), format);
        calls.order(call.id(), List.of(new Order.Resume(call.turn(), false)), clock.instant());
    }

    /** The call ended while it rang, and nobody told how that came out: the carrier was asked. */
    void missedTalk(Deadline due, Legs legs) {
        calls.lock(due.call()).filter(call -> deadlines.stands(due)).ifPresent(call -> {
            deadlines.drop(due);
            legs.talked().ifPresent(leg -> {
                Deeds deeds = new Deeds();
                CallEvent event = leg.ended(clock.instant());
                Progress progress = next(stepsOf(call), call.progress(), event, deeds);
                calls.told(call.id(), "DialEnded", DEADLINE, Map.of("DialCallStatus", "completed", "DialCallSid", leg.leg().sid()), event.at(), null);
                calls.keep(call, progress, event.at());
                tell(call, progress, deeds.news, event.at());
            });
        });
    }

    /** The call ended while a message was taken, and nobody told of one. @param all whether the carrier has no more sound of it to work on */
    void missedMessage(Deadline due, List<RecordingNews> tapes, boolean all) {
        if (all || due.dueAt().plus(TimeLimits.PROCESSING).isBefore(clock.instant())) {
            deadlines.drop(due);
        } else {
            deadlines.putOff(due, TimeLimits.AFTERWARDS);
        }
        tapes.forEach(tape -> recording(tape, DEADLINE));
    }

    private boolean isIn(LiveCall call, Class<? extends Step> kind) {
        return call.progress().step() != null && stepsOf(call).get(call.progress().step()).filter(kind::isInstance).isPresent();
    }

    /** One of the telephones that ring for a call has moved on. @param door where it was told */
    public void legMoved(LegNews news, String door) {
        String label = devices.targets(List.of(news.deviceKey())).stream().map(Ringable::label).findFirst().orElse(news.address());
        if (calls.legMoved(news, label, door)) {
            house.fire(news);
        }
        house.fire(new CallNoted(news.call()));
    }

    /** The carrier says that the call is over; whatever it says later changes nothing, but for a message that was left. */
    public void ended(CallEnding ending) {
        calls.lock(ending.call()).ifPresent(call -> {
            if (call.over()) {
                ignore(call.id(), new CallEvent.CallerGone(ending.at()), ending.door(), ending.request(), Ignored.REPEATED);
            } else {
                end(call, ending);
            }
        });
    }

    private void end(LiveCall call, CallEnding ending) {
        Steps steps = stepsOf(call);
        Deeds deeds = new Deeds();
        Progress progress = next(steps, call.progress(), new CallEvent.CallerGone(ending.at()), deeds);
        Optional<CallEvent> message = untoldMessage(steps, progress, ending.at(), true);
        if (message.isPresent()) {
            progress = next(steps, progress, message.get(), deeds);
        }
        calls.end(call, progress, ending, deeds.notes(call.progress(), progress, List.of()), missing(steps, progress),
                clock.instant().plus(TimeLimits.AFTERWARDS));
        LOG.log(Level.INFO, "call={0} event=Ended outcome={1}", call.id(), progress.outcome());
        tell(call, progress, deeds.news, ending.at());
    }

    /** What the carrier may have more to say about than it has told us. */
    private static Deadline.What missing(Steps steps, Progress progress) {
        boolean settled = progress.outcome() == Outcome.ANSWERED || progress.outcome() == Outcome.VOICEMAIL;
        return settled || progress.step() == null ? null : switch (steps.get(progress.step()).orElse(null)) {
            case Ring ring when !progress.targets().isEmpty() -> Deadline.What.TALK;
            case TakeMessage taking -> Deadline.What.MESSAGE;
            case null, default -> null;
        };
    }

    /** A call must come to its end even where its script was deleted meanwhile. */
    private Steps stepsOf(LiveCall call) {
        return call.revision() == LiveCall.SCRIPT_GONE ? NONE : scripts.steps(call.revision());
    }

    /** What has been told before, or comes too late, stands in the record all the same. */
    private void ignore(CallId call, CallEvent event, String door, Map<String, String> request, Ignored why) {
        calls.told(call, event.getClass().getSimpleName(), door, request, event.at(), why);
        house.fire(new CallNoted(call));
    }

    /** The carrier tells that it has sound of a call, or that there will never be any. @param door where it was told */
    public void recording(RecordingNews news, String door) {
        calls.told(news.call(), news.absent() ? "RecordingAbsent" : "RecordingReady", door,
                Map.of("recording", news.recording(), "seconds", "" + news.seconds()), news.at(), null);
        recording(news);
        house.fire(new CallNoted(news.call()));
    }

    /** We know, though the carrier has not told yet, that there is sound of a call. */
    public void recording(RecordingNews news) {
        if (news.ready()) {
            calls.lock(news.call()).ifPresent(call -> remember(call, news));
        }
        house.fire(news);
    }

    /** The carrier has written down what a recording says. */
    public void transcript(TranscriptNews news, String door) {
        calls.told(news.call(), "Transcribed", door, Map.of("recording", news.recording(), "text", news.text()), news.at(), null);
        house.fire(news);
        house.fire(new CallNoted(news.call()));
    }

    /** A second first request: the carrier tries again, or the call comes back from where it was handed over to. */
    private String calledAgain(Arrival arrival, ReplyFormat format) {
        LiveCall call = calls.lock(arrival.call()).orElseThrow(() -> new UnknownCall(arrival.call()));
        boolean handedOver = call.progress().step() != null
                && scripts.steps(call.revision()).get(call.progress().step()).filter(HandOver.class::isInstance).isPresent();
        if (handedOver && !call.over() && !calls.request(call.id(), 0).equals(Optional.of(arrival.request()))) {
            return play(call, new CallEvent.Returned(arrival.at()), arrival.door(), arrival.request(), format);
        }
        ignore(call.id(), new CallEvent.Arrived(arrival.at(), Facts.NONE), arrival.door(), arrival.request(), Ignored.REPEATED);
        return calls.reply(call.id(), 0).orElseGet(() -> format.write(call.id(), List.of(), call.turn()));
    }

    private String play(LiveCall call, CallEvent event, String door, Map<String, String> request, ReplyFormat format) {
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

    private void tell(LiveCall call, Progress progress, List<Happening> news, Instant at) {
        news.stream().filter(Happening.WasAnswered.class::isInstance).map(Happening.WasAnswered.class::cast)
                .forEach(answered -> calls.answeredBy(call.id(), answered.by()));
        news.forEach(what -> house.fire(new CallNews(call.id(), what, progress.facts(), call.lineName(), at)));
        house.fire(new CallNoted(call.id()));
    }

    /**
     * The request that should have told of a message may get lost: the news of its sound is kept beside the call, and tells of it once
     * the caller is gone. While he is there, the request itself may still come, and he wants his thanks.
     */
    private void remember(LiveCall call, RecordingNews news) {
        Steps steps = stepsOf(call);
        Progress known = call.progress().knowing(Facts.of(RECORDING, news.recording()).with(RECORDING_SECONDS, "" + Math.max(0, news.seconds())));
        if (!isUntold(steps, known)) {
            return;
        }
        Deeds deeds = new Deeds();
        Progress progress = call.over() ? next(steps, known, untoldMessage(steps, known, news.at(), true).orElseThrow(), deeds) : known;
        calls.keep(call, progress, clock.instant().plus(TimeLimits.UNTIL_TOLD));
        tell(call, progress, deeds.news, news.at());
    }

    private static Optional<CallEvent> untoldMessage(Steps steps, Progress progress, Instant at, boolean hungUp) {
        return progress.facts().get(RECORDING).filter(any -> isUntold(steps, progress)).map(recording -> new CallEvent.RecordingEnded(at,
                recording, Integer.parseInt(progress.facts().get(RECORDING_SECONDS).orElse("0")), hungUp));
    }

    private static boolean isUntold(Steps steps, Progress progress) {
        return progress.outcome() != Outcome.VOICEMAIL && progress.step() != null
                && steps.get(progress.step()).filter(TakeMessage.class::isInstance).isPresent();
    }

    private static Progress next(Steps steps, Progress progress, CallEvent event, Deeds deeds) {
        return deeds.of(CallFlow.next(steps, progress, event)).progress();
    }

    private Facts known(Arrival arrival, Route route) {
        Facts facts = CallHour.facts(arrival.hour(), company.zone(), route.tongue().locale()).with("call.id", arrival.call().sid())
                .with("caller.shown", PhoneNumber.in(arrival.caller()).map(PhoneNumber::shown).orElse(arrival.caller()))
                .with("line.name", route.name())
                .with("line.number", route.number().e164())
                .with("line.forward", route.forward().map(Destination::address).orElse(null));
        return PhoneNumber.in(arrival.caller()).map(number -> facts.with("caller.number", number.e164())).orElse(facts);
    }

    /** A request for a call that we have never heard of; the door sends its caller to a person. */
    public static class UnknownCall extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownCall(CallId call) {
            super("unknown call " + call);
        }
    }
}
