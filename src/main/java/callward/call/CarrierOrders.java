package callward.call;

import callward.call.OrderRows.Due;
import callward.carrier.Carrier;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Texts;
import callward.flow.Order;
import callward.phone.CallId;
import callward.settings.LogText;
import callward.settings.OwnTransaction;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the carrier for what calls have ordered until it is done or refused. The timer is only the alarm clock: what is due stands in the rows.
 * Not a singleton, since two work at once (decision 25): an order that the carrier takes its time with holds no other up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CarrierOrders {

    private static final Logger LOG = System.getLogger(CarrierOrders.class.getName());

    /** Until a call that cannot be moved, since it was not answered yet, is given up. */
    private static final Duration UNANSWERED = Duration.ofMinutes(2);
    /** Until whom we called is not sent on, after all. */
    private static final Duration UNREACHED = Duration.ofMinutes(1);
    /** So long a call that is not moved, or ended, is asked for every few seconds. */
    private static final Duration THOUGHT_OF = Duration.ofMinutes(15);
    static final String DOOR = "outbox";

    @Inject
    Texts texts;
    @Inject
    Carrier carrier;
    @Inject
    WayBack wayBack;
    @Inject
    Placer placer;
    @Inject
    OrderRows orders;
    @Inject
    Whereabouts whereabouts;
    @Inject
    ContinueCall onward;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;
    @Inject
    Runners runners;

    @Asynchronous
    public void soon() {
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void look() {
        if (!runners.mayBegin()) {
            return;
        }
        try {
            for (Optional<Due> due = claim(); due.isPresent(); due = claim()) {
                carryOut(due.get());
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "orders=waiting problem=" + LogText.of(databaseAway.getMessage()));
        } finally {
            runners.end();
        }
    }

    private Optional<Due> claim() {
        return runners.mayGoOn() ? own.call(orders::claim) : Optional.empty();
    }

    private void carryOut(Due due) {
        try {
            switch (due.what()) {
                case Order.Place place -> {
                    placer.place(due, place);
                    return; // it knows by itself when it is done
                }
                case Order.MoveLeg leg -> {
                    placer.move(due, leg);
                    return; // as above
                }
                case Order.SendText text -> texts.send(due.account(), due.line(), text.to(), text.body());
                case Order.Resume resume -> {
                    if (!due.over() && due.turn() == resume.turn() + 1 && !(resume.asked() && isRinging(due))) { // else the caller has gone on, or is gone
                        carrier.redirect(due.account(), due.call(), wayBack.to(resume.turn()));
                    }
                }
                case Order.End end -> carrier.end(due.account(), due.call());
                case Order.EndLeg leg -> carrier.end(due.account(), new CallId(leg.leg().sid()));
            }
            own.run(() -> orders.finish(due.id(), null));
        } catch (CarrierRefused refused) {
            if (mayBeAnsweredYet(due) && goesOn(due)) {
                putOff(due, refused.getMessage());
            } else {
                giveUp(due, refused.getMessage());
            }
        } catch (CarrierUnreachable unreachable) {
            if (unreachable.perhapsDone() && due.what() instanceof Order.SendText) {
                // sending it again might text a customer twice; not sending it is the smaller harm. A call that is moved twice hears the same
                giveUp(due, "perhaps done: " + unreachable.getMessage());
            } else {
                unmoved(due, unreachable);
            }
        }
    }

    /** The carrier was not reached, and whoever talks to him whom it shall move talks on: not for long, or he is moved when nobody thinks of it any more. */
    private void unmoved(Due due, CarrierUnreachable unreachable) {
        if (unreachable.perhapsDone() && due.what() instanceof Order.Resume) {
            own.run(() -> orders.asks(due.id()));
        }
        boolean neverDone = due.what() instanceof Order.Resume && due.askedAt() == null && !unreachable.perhapsDone();
        boolean isLate = due.since().plus(UNREACHED).isBefore(clock.instant());
        if (!(neverDone && isLate && own.call(() -> onward.withdraw(due.call(), unreachable.getMessage())))) {
            putOff(due, unreachable.getMessage());
        }
    }

    private boolean isRinging(Due due) {
        return carrier.legs(due.account(), due.call()).stream().anyMatch(leg -> !leg.over());
    }

    /** A caller whose call was not answered, while a telephone rings for him, cannot be moved: the carrier says no as if it were over. */
    private boolean mayBeAnsweredYet(Due due) {
        return due.what() instanceof Order.Resume && due.since().plus(UNANSWERED).isAfter(clock.instant());
    }

    /** Whoever is to be moved may be gone, and nobody have told: then his call ends at once, and nobody waits for him. */
    private boolean goesOn(Due due) {
        try {
            return whereabouts.goesOn(due.call(), due.account(), DOOR);
        } catch (CarrierRefused | CarrierUnreachable nobodyKnows) {
            return true;
        }
    }

    private void giveUp(Due due, String why) {
        LOG.log(Level.WARNING, "call={0} order={1} not carried out: {2}", due.call(), due.what().getClass().getSimpleName(), why);
        own.run(() -> orders.finish(due.id(), why));
    }

    /** Somebody waits, or talks to whom he wants to leave: the carrier is asked often, until nobody can think of it any more. */
    private void putOff(Due due, String why) {
        boolean isFresh = due.since().plus(THOUGHT_OF).isAfter(clock.instant());
        long longest = isFresh && !(due.what() instanceof Order.SendText) ? 10 : 600;
        own.run(() -> orders.putOff(due.id(), Duration.ofSeconds(Math.min(longest, 2L << Math.min(due.tries(), 8))), why));
    }
}
