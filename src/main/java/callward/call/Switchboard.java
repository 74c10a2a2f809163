package callward.call;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.call.LiveCalls.Ignored;
import callward.flow.CallEvent;
import callward.flow.HandOver;
import callward.flow.Happening.Outcome;
import callward.flow.Hold;
import callward.flow.Progress;
import callward.flow.Remark;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.Steps;
import callward.flow.TakeMessage;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The one door for call events: one event, one transaction, one reply; the same event again, the same reply again. */
@ApplicationScoped
@Transactional
public class Switchboard {

    private static final Logger LOG = System.getLogger(Switchboard.class.getName());

    @Inject
    Turns turns;
    @Inject
    LiveCalls calls;
    @Inject
    TimeLimits limits;
    @Inject
    Lines lines;
    @Inject
    Scripts scripts;
    @Inject
    Devices devices;
    @Inject
    Dialled dialled;
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
        if (calls.open(arrival, route.get(), arrival.at().plus(route.get().limit().orElseGet(limits::call)))) {
            LiveCall fresh = new LiveCall(arrival.call(), route.get().name(), route.get().revision(), 0, Progress.START, false,
                    arrival.at(), arrival.pretended());
            return turns.play(fresh, new CallEvent.Arrived(arrival.at(), known(arrival, route.get())), arrival.door(), arrival.request(), format);
        }
        return calledAgain(arrival, format);
    }

    private Optional<Route> route(Arrival arrival) {
        Long draft = arrival.practice() == null ? null : arrival.practice().script();
        return draft == null ? lines.route(arrival.called()) : lines.routeTo(scripts.trial(draft), arrival.called());
    }

    /** The carrier makes a call of ours. What whoever wants it hears is asked with turn 0, once he has picked up. The same again changes nothing. */
    public void leave(Departure departure) {
        Instant pickedUp = departure.at().plusSeconds(departure.ringSeconds()).plus(TimeLimits.UNTIL_PICKED_UP);
        if (calls.open(departure, departure.at().plus(limits.call()), pickedUp)) {
            house.fire(new CallNoted(departure.call()));
        }
    }

    /** The carrier would not make a call of ours. @param why its words, and its code if it gave one */
    public void couldNotLeave(Departure departure, Map<String, String> why) {
        calls.openFailed(departure);
        calls.told(departure.call(), "PlacingFailed", "outbox", why, departure.at(), null);
        house.fire(new CallNoted(departure.call()));
    }

    /** Every later request that wants to know what to do. */
    public String handle(Knock knock, ReplyFormat format) {
        LiveCall call = lock(knock);
        if (knock.turn() != call.turn()) {
            turns.ignore(knock.call(), knock.event(), knock.door(), knock.request(), knock.turn() < call.turn() ? Ignored.REPEATED : Ignored.LATE);
            calls.isAskedFor(call.id(), knock.turn(), clock.instant(), clock.instant().plus(TimeLimits.UNTIL_MOVED));
            return calls.reply(call.id(), Math.min(knock.turn(), call.turn() - 1)).orElseGet(() -> format.write(call.id(), List.of(), call.turn()));
        }
        return turns.play(call, dialled.known(call, knock.event()), knock.door(), knock.request(), format);
    }

    /** With a caller who is gone nothing new begins: that he is, counts before what became of his ringing. */
    private LiveCall lock(Knock knock) {
        LiveCall call = calls.lock(knock.call()).orElseThrow(() -> new UnknownCall(knock.call()));
        if (knock.gone() == null || call.over()) {
            return call;
        }
        end(call, knock.gone(), TimeLimits.AFTERWARDS);
        calls.lasted(call.id(), knock.gone().at());
        return calls.lock(knock.call()).orElseThrow();
    }

    /**
     * Like {@link #handle} for one who leaves where he waits, if he still may once his call is locked: the answer is asked for again when he has left.
     *
     * @return whether he leaves; true, too, when that was decided before
     */
    public boolean handleIf(Knock knock, ReplyFormat format, BooleanSupplier may) {
        Optional<LiveCall> call = calls.lock(knock.call());
        if (call.isPresent() && call.get().turn() == knock.turn() && !call.get().over()) {
            if (!may.getAsBoolean()) {
                return false;
            }
            turns.play(call.get(), knock.event(), knock.door(), knock.request(), format);
        }
        return true;
    }

    /** The carrier was told to ask what the caller hears now: what we have said last, whatever that is by now. */
    public String resume(CallId id, String door, Map<String, String> request, ReplyFormat format) {
        LiveCall call = calls.lock(id).orElseThrow(() -> new UnknownCall(id));
        calls.leave(id, clock.instant());
        calls.isHeardFrom(call, clock.instant());
        calls.told(id, "Resumed", door, request, clock.instant(), null);
        calls.isHeard(call, clock.instant());
        house.fire(new CallNoted(id));
        return calls.reply(id, call.turn() - 1).orElseGet(() -> format.write(id, List.of(), call.turn()));
    }

    /** One of the telephones that ring for a call has moved on. @param door where it was told */
    public void legMoved(LegNews news, String door) {
        List<String> keys = Stream.ofNullable(news.deviceKey()).toList();
        String label = devices.targets(keys).stream().map(Ringable::label).findFirst().orElse(news.address());
        if (calls.legMoved(news, label, door)) {
            house.fire(news);
        }
        house.fire(new CallNoted(news.call()));
    }

    /** The carrier says that the call is over; whatever it says later changes nothing, but for a message that was left. */
    public void ended(CallEnding ending) {
        ended(ending, TimeLimits.AFTERWARDS);
    }

    /** The carrier says so only because it was asked: what else it should have told of the call is overdue by now, too. */
    void wasOver(CallEnding ending) {
        ended(ending, TimeLimits.UNTIL_TOLD);
    }

    private void ended(CallEnding ending, Duration afterwards) {
        calls.lock(ending.call()).ifPresent(call -> {
            if (call.over()) {
                calls.lasted(call.id(), ending.seconds());
                turns.ignore(call.id(), new CallEvent.CallerGone(ending.at()), ending.door(), ending.request(), Ignored.REPEATED);
            } else {
                end(call, ending, afterwards);
            }
        });
    }

    /** @param afterwards until the carrier is asked for what it has not told */
    private void end(LiveCall call, CallEnding ending, Duration afterwards) {
        Steps steps = turns.stepsOf(call);
        Deeds deeds = new Deeds();
        Progress progress = Turns.next(steps, call.progress(), new CallEvent.CallerGone(ending.at()), deeds);
        Optional<CallEvent> message = Turns.untoldMessage(steps, progress, ending.at(), true);
        if (message.isPresent()) {
            progress = Turns.next(steps, progress, message.get(), deeds);
        }
        calls.end(call, progress, ending, deeds.notes(call.progress(), progress, List.of()), missing(steps, progress),
                clock.instant().plus(afterwards));
        calls.order(call.id(), deeds.orders, clock.instant());
        LOG.log(Level.INFO, "call={0} event=Ended outcome={1}", call.id(), progress.result());
        turns.tell(call, progress, deeds.news, ending.at());
    }

    /** What the carrier may have more to say about than it has told us. */
    private static Deadline.What missing(Steps steps, Progress progress) {
        boolean settled = progress.outcome() == Outcome.ANSWERED || progress.outcome() == Outcome.VOICEMAIL;
        return settled || progress.step() == null ? null : switch (steps.get(progress.step()).orElse(null)) {
            case Ring ring when !progress.targets().isEmpty() -> Deadline.What.TALK;
            case RingGroup ring when !progress.targets().isEmpty() -> Deadline.What.TALK;
            case TakeMessage taking -> Deadline.What.MESSAGE;
            case null, default -> null;
        };
    }

    /** Somebody has taken the caller out of a queue, and the two are about to talk. */
    public void met(CallId id, String agent, String door, Map<String, String> request) {
        calls.lock(id).filter(call -> !call.over() && turns.isIn(call, Hold.class)).ifPresent(call -> {
            calls.told(id, "Met", door, request, clock.instant(), null);
            calls.keep(call, call.progress().knowing(Facts.of(Hold.TALKS_TO, agent)), null);
            house.fire(new CallNoted(id));
        });
    }

    /** A talk was had for a call that is over: its caller was called back. */
    public void talkedAfterwards(CallId id, String agent, String door, Map<String, String> request) {
        calls.lock(id).filter(LiveCall::over).ifPresent(call -> {
            Deeds deeds = new Deeds();
            CallEvent event = new CallEvent.Dequeued(clock.instant(), CallEvent.DequeueOutcome.TALKED, agent);
            Progress progress = Turns.next(turns.stepsOf(call), call.progress(), event, deeds);
            calls.told(id, "CalledBack", door, request, event.at(), null);
            calls.keep(call, progress, null);
            turns.tell(call, progress, deeds.news, event.at());
        });
    }

    /** Something that stands in a call's record though the caller did not notice it. */
    public void noted(CallId id, String kind, String door, Map<String, String> what, List<Remark> remarks) {
        calls.noted(id, kind, door, what, new TurnNotes(remarks, Map.of(), List.of(), List.of()), clock.instant());
        house.fire(new CallNoted(id));
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
            return turns.play(call, new CallEvent.Returned(arrival.at()), arrival.door(), arrival.request(), format);
        }
        turns.ignore(call.id(), new CallEvent.Arrived(arrival.at(), Facts.NONE), arrival.door(), arrival.request(), Ignored.REPEATED);
        return calls.reply(call.id(), 0).orElseGet(() -> format.write(call.id(), List.of(), call.turn()));
    }

    /**
     * The request that should have told of a message may get lost: the news of its sound is kept beside the call, and tells of it once
     * the caller is gone. While he is there, the request itself may still come, and he wants his thanks.
     */
    private void remember(LiveCall call, RecordingNews news) {
        Steps steps = turns.stepsOf(call);
        Progress known = call.progress().knowing(Facts.of(Turns.RECORDING, news.recording()).with(Turns.RECORDING_SECONDS, "" + Math.max(0, news.seconds())));
        if (!Turns.isUntold(steps, known)) {
            return;
        }
        Deeds deeds = new Deeds();
        Progress progress = call.over() ? Turns.next(steps, known, Turns.untoldMessage(steps, known, news.at(), true).orElseThrow(), deeds) : known;
        calls.keep(call, progress, clock.instant().plus(TimeLimits.UNTIL_TOLD));
        turns.tell(call, progress, deeds.news, news.at());
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
