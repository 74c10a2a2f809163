package callward.flow;

import callward.flow.Consultation.State;
import callward.flow.Happening.Outcome;
import callward.flow.Turn.Next;
import java.util.List;

/** A caller who waits while somebody asks a colleague about him, and then talks to one of the two; after the talk the call is over. */
final class Parked {

    private Parked() { }

    static boolean is(Moment moment) {
        return moment.detour != null && moment.detour.asking() != null && moment.detour.asking().state() != State.OVER && moment.detour.isAtTarget(moment.step);
    }

    static Next begin(Moment moment, CallEvent.AsksFirst event) {
        Transfer.leave(moment, event.how());
        moment.facts = moment.facts.with("transfer.asks", "true");
        String call = moment.facts.get("call.id").orElse("");
        moment.park(Detour.of(event, Consultation.of(event, call), moment.detour, Transfer.wayOut(moment)));
        return waits(moment);
    }

    private static Next waits(Moment moment) {
        Consultation asking = moment.detour.asking();
        List<Verb.Prompt> heard = new Aside(moment.facts, moment.tongue()).waits();
        return moment.await(new Verb.Park(asking.park(), asking.door() + "/caller/waits", asking.with(), (int) Consultation.LONGEST.toSeconds(), heard));
    }

    /** What the three do is no turn of the caller's, unless it sends him on. */
    static Next consulted(Moment moment, Consultation.News news) {
        if (moment.detour == null || moment.detour.asking() == null) {
            return new Next.AwaitCaller();
        }
        Consultation before = moment.detour.asking();
        Consultation.Next next = before.next(news);
        take(moment, next);
        return switch (next.way()) {
            case STAYS -> {
                tellWhoTalks(moment, before, next.now());
                yield new Next.AwaitCaller();
            }
            case TO_ADVISER -> goes(moment, moment.detour.first());
            case BACK -> goes(moment, moment.detour.steps().getFirst().givesUp());
        };
    }

    private static void take(Moment moment, Consultation.Next next) {
        moment.detour = moment.detour.with(next.now());
        next.orders().forEach(moment::order);
        next.rings().forEach(moment::tell);
        if (!next.now().open() || next.now().state() == State.CONNECTING || next.now().state() == State.HANDED) {
            moment.facts = moment.facts.with("transfer.asks", null);
        }
    }

    private static void tellWhoTalks(Moment moment, Consultation before, Consultation now) {
        if (now.state() == State.CONNECTED && before.state() != State.CONNECTED) {
            moment.tell(new Happening.WasAnswered(now.with()));
        } else if (now.state() == State.RETURNED && before.state() != State.RETURNED) {
            moment.facts = moment.facts.without("transfer.");
            moment.tell(new Happening.WasAnswered(now.asker().with()));
        }
    }

    private static Next goes(Moment moment, String step) {
        moment.turns++;
        return moment.goTo(step);
    }

    static Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.Dequeued over -> dequeued(moment, over);
            case CallEvent.TimeIsUp timeIsUp when moment.detour.asking().open() -> lost(moment);
            default -> waits(moment);
        };
    }

    private static Next dequeued(Moment moment, CallEvent.Dequeued over) {
        Consultation asking = moment.detour.asking();
        return switch (over.outcome()) {
            case TALKED -> talked(moment, asking);
            case GONE -> {
                callerGone(moment);
                yield moment.left();
            }
            case MOVED -> waits(moment);
            case LEFT, FULL, FAILED -> asking.settled() ? talked(moment, asking) : lost(moment);
        };
    }

    private static Next talked(Moment moment, Consultation asking) {
        boolean byAdviser = asking.state() == State.CONNECTED || asking.state() == State.CONNECTING;
        moment.cameTo(Outcome.ANSWERED);
        if (!asking.settled()) {
            moment.tell(new Happening.WasAnswered(byAdviser ? asking.with() : asking.asker().with()));
        }
        return moment.hangUp();
    }

    /** Nobody fetches him any more, and he does not wait. */
    private static Next lost(Moment moment) {
        Consultation.Next next = moment.detour.asking().next(new Consultation.News.TimeIsUp());
        if (next.way() == Consultation.Way.STAYS) {
            take(moment, next);
            next = moment.detour.asking().next(new Consultation.News.TimeIsUp());
        }
        take(moment, next);
        return moment.goTo(moment.detour.steps().getFirst().givesUp());
    }

    /** The call's own time is up. */
    static void stop(Moment moment) {
        if (moment.detour.asking().open()) {
            lost(moment);
        }
    }

    static void callerGone(Moment moment) {
        Consultation asking = moment.detour.asking();
        if (asking.settled()) {
            moment.cameTo(Outcome.ANSWERED);
        }
        take(moment, asking.next(new Consultation.News.CallerGone()));
    }
}
