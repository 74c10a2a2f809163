package callward.call;

import callward.call.OrderRows.Due;
import callward.carrier.Carrier;
import callward.carrier.Carrier.CarrierCall;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.flow.Order;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import callward.script.RingGuard;
import callward.settings.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Has the carrier ring a telephone by a call of its own: once, whatever happens. That it is asked is noted first. Who finds such a note, and does not
 * know what came of it, looks among the carrier's calls before it is asked again.
 */
@ApplicationScoped
class Placer {

    /** Whoever wanted it has gone on by then: a telephone that rings so late surprises somebody. */
    static final Duration TOO_LATE = Duration.ofSeconds(60);
    /** A call that the carrier has made is in its list by then. */
    static final Duration LISTED = Duration.ofSeconds(10);
    /** Whoever talks has gone on talking by then. */
    static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    /** Its clock may differ from ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    private static final int FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 8;

    @Inject
    Carrier carrier;
    @Inject
    RingGuard telephones;
    @Inject
    OwnDoors doors;
    @Inject
    OrderRows orders;
    @Inject
    PlacedCalls placed;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    void place(Due due, Order.Place what) {
        if (due.over() && !what.afterwards()) {
            own.run(() -> orders.finish(due.id(), "the call is over"));
            return;
        }
        Optional<PhoneNumber> from = what.from() == null ? Optional.ofNullable(due.line()) : PhoneNumber.in(what.from());
        if (from.isEmpty()) {
            own.run(() -> placed.failed(due, what, 0, "there is no number to call from"));
        } else if (due.askedAt() != null) {
            lookForIt(due, what, from.get());
        } else {
            ask(due, what, from.get());
        }
    }

    /** Moving a leg twice does no harm, as long as it does not come late. */
    void move(Due due, Order.MoveLeg what) {
        boolean inTime = due.since().plus(SOON).isAfter(clock.instant());
        try {
            if (inTime) {
                carrier.redirect(due.account(), new CallId(what.leg().sid()), doors.at(what.door()));
                own.run(() -> orders.finish(due.id(), null));
            } else {
                own.run(() -> placed.notMoved(due, what, false, "the carrier could not be asked in time"));
            }
        } catch (CarrierRefused refused) {
            own.run(() -> placed.notMoved(due, what, refused.isOver(), refused.getMessage()));
        } catch (CarrierUnreachable unreachable) {
            own.run(() -> orders.putOff(due.id(), LOOK_AGAIN, unreachable.getMessage()));
        }
    }

    private void lookForIt(Due due, Order.Place what, PhoneNumber from) {
        Optional<CarrierCall> found;
        try {
            found = carrier.placed(due.account(), from, what.to(), due.askedAt().minus(CLOCKS_DIFFER)).stream()
                    .filter(call -> !own.call(() -> orders.isKnown(call.id()))).findFirst();
        } catch (CarrierUnreachable | CarrierRefused e) {
            own.run(() -> orders.putOff(due.id(), LOOK_AGAIN, e.getMessage()));
            return;
        }
        if (found.isPresent()) {
            own.run(() -> placed.rings(due.id(), new LegId(found.get().id().sid())));
        } else if (due.askedAt().plus(LISTED).isAfter(clock.instant())) {
            own.run(() -> orders.putOff(due.id(), LOOK_AGAIN, "perhaps done"));
        } else {
            ask(due, what, from);
        }
    }

    private void ask(Due due, Order.Place what, PhoneNumber from) {
        if (!due.since().plus(TOO_LATE).isAfter(clock.instant())) {
            own.run(() -> placed.failed(due, what, 0, "the carrier could not be asked in time"));
            return;
        }
        if (what.to() instanceof PhoneNumber number && telephones.isNeverRung(number)) {
            own.run(() -> placed.failed(due, what, 0, "the guard lets nobody call there"));
            return;
        }
        own.run(() -> orders.asks(due.id()));
        try {
            CallId call = carrier.place(due.account(), from, what.to(), doors.at(what.door()), doors.progress(due.id()), what.ringSeconds());
            own.run(() -> placed.rings(due.id(), new LegId(call.sid())));
        } catch (CarrierRefused refused) {
            own.run(() -> placed.failed(due, what, refused.code(), refused.getMessage()));
        } catch (CarrierUnreachable unreachable) {
            own.run(() -> again(due, unreachable));
        }
    }

    /** Where it is not known whether it rings, the carrier's list will tell; where it surely does not, it is asked again, a little later each time. */
    private void again(Due due, CarrierUnreachable why) {
        if (!why.perhapsDone()) {
            orders.hasNotAsked(due.id());
        }
        long millis = (long) FIRST_PAUSE_MILLIS << Math.min(due.tries(), MOST_DOUBLINGS);
        Duration pause = why.perhapsDone() ? LOOK_AGAIN : Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
        orders.putOff(due.id(), pause, why.getMessage());
    }
}
