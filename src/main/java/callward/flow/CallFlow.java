package callward.flow;

import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.util.Optional;

/**
 * The engine: what a script makes of an event in a call. A pure function.
 *
 * <p>A turn that ends in {@code FindOut} has no verbs yet: they are kept in the progress, and the turn that follows the
 * {@code Learned} holds them all. Its orders and news count at once.
 */
public final class CallFlow {

    /** Steps entered for one reply; more is a circle. */
    static final int MOST_HOPS = 50;
    /** Events of one call; more is a caller, or a script, that plays with us. */
    static final int MOST_TURNS = 200;

    private CallFlow() { }

    /** Never throws, whatever the script and whenever the event. */
    public static Turn next(Steps steps, Progress progress, CallEvent event) {
        Moment moment = new Moment(steps, progress, event);
        if (event instanceof CallEvent.Consulted(var at, var news)) {
            Next next = follow(moment, Parked.consulted(moment, news));
            return moment.turn(progress.over() ? new Next.Over() : next);
        }
        if (progress.over()) {
            stepOf(moment).ifPresent(step -> late(moment, step, event));
            return moment.turn(new Next.Over());
        }
        if (event instanceof CallEvent.CallerGone) {
            gone(moment);
            return moment.turn(moment.left());
        }
        if (event instanceof CallEvent.Parted) {
            stepOf(moment).filter(Ring.class::isInstance).ifPresent(ring -> Ringing.parted(moment));
            return moment.turn(new Next.AwaitCaller());
        }
        return moment.turn(follow(moment, answer(moment, event)));
    }

    private static void gone(Moment moment) {
        switch (stepOf(moment).orElse(null)) {
            case Ring ring when Parked.is(moment) -> Parked.callerGone(moment);
            case Ring ring -> Ringing.callerGone(moment);
            case RingGroup ring -> Ringing.callerGone(moment);
            case TakeMessage taking -> taking.callerGone(moment);
            case Hold hold -> hold.callerGone(moment);
            case null, default -> { }
        }
    }

    /** The carrier tells of a talk or a message after it has told that the caller is gone: they happened all the same. */
    private static void late(Moment moment, Step step, CallEvent event) {
        if (!moment.isSettled()) {
            switch (step) {
                case Ring ring -> Ringing.late(moment, event);
                case RingGroup ring -> Ringing.late(moment, event);
                case TakeMessage taking -> taking.late(moment, event);
                case Hold hold -> hold.late(moment, event);
                default -> { }
            }
        }
    }

    private static Next answer(Moment moment, CallEvent event) {
        if (moment.asked != null) {
            return learn(moment, event instanceof CallEvent.Learned learned ? learned.answer() : new Answer.Unknown());
        }
        moment.turns++;
        if (moment.turns > MOST_TURNS) {
            return moment.broken();
        }
        if (event instanceof CallEvent.Transferred transferred) {
            return Transfer.of(moment, transferred);
        }
        if (moment.step == null) {
            return begin(moment, event);
        }
        if (event instanceof CallEvent.CallTimeIsUp) {
            return GivingUp.of(moment);
        }
        if (event instanceof CallEvent.AsksFirst asks) {
            return Parked.begin(moment, asks);
        }
        if (Parked.is(moment)) {
            return Parked.on(moment, event);
        }
        return stepOf(moment).map(step -> on(moment, step, event)).orElseGet(moment::broken);
    }

    private static Next begin(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.Arrived arrived) {
            moment.facts = moment.facts.with(arrived.facts());
        }
        Optional<PhoneNumber> caller = moment.caller();
        return caller.isPresent() ? moment.findOut(new Question.WhoCalls(caller.get())) : moment.goTo(moment.steps.first());
    }

    private static Next learn(Moment moment, Answer answer) {
        if (moment.asked instanceof Question.WhoCalls) {
            if (answer instanceof Answer.Known known) {
                moment.facts = moment.facts.with(known.facts().under("customer."));
            }
            return moment.goTo(moment.steps.first());
        }
        return switch (stepOf(moment).orElse(null)) {
            case Ask ask when moment.asked instanceof Question.TicketNumbered ticket -> ask.learn(moment, ticket, answer);
            case Ring ring -> ring.learn(moment, answer);
            case Hold hold -> hold.learn(moment, answer);
            case RingGroup ring -> ring.learn(moment, answer);
            case ByTime byTime -> byTime.learn(moment, answer);
            case null, default -> moment.broken();
        };
    }

    private static Next follow(Moment moment, Next first) {
        Next next = first;
        while (next instanceof Next.GoTo(String id)) {
            if (id == null) {
                next = moment.goodbye();
            } else if (++moment.hops > MOST_HOPS) {
                next = moment.lost();
            } else {
                next = moment.steps.get(id).map(step -> enter(moment, step)).orElseGet(moment::broken);
            }
        }
        return next;
    }

    private static Next enter(Moment moment, Step step) {
        moment.begin(step);
        return switch (step) {
            case Greet greet -> greet.enter(moment);
            case Menu menu -> menu.enter(moment);
            case Ask ask -> ask.enter(moment);
            case Ring ring -> ring.enter(moment);
            case Hold hold -> hold.enter(moment);
            case RingGroup ring -> ring.enter(moment);
            case TakeMessage taking -> taking.enter(moment);
            case ByTime byTime -> byTime.enter(moment);
            case SendText text -> text.enter(moment);
            case HandOver handOver -> handOver.enter(moment);
            case HangUp hangUp -> hangUp.enter(moment);
            case Reject reject -> reject.enter(moment);
        };
    }

    private static Next on(Moment moment, Step step, CallEvent event) {
        return switch (step) {
            case Menu menu -> menu.on(moment, event);
            case Ask ask -> ask.on(moment, event);
            case Ring ring -> ring.on(moment, event);
            case Hold hold -> hold.on(moment, event);
            case RingGroup ring -> ring.on(moment, event);
            case TakeMessage taking -> taking.on(moment, event);
            case HandOver handOver -> handOver.on(moment, event);
            // these await nobody: only a torn progress leads here
            default -> moment.goTo(step.id());
        };
    }

    private static Optional<Step> stepOf(Moment moment) {
        return moment.step == null ? Optional.empty() : moment.steps.get(moment.step);
    }
}
