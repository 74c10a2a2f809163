package callward.call;

import callward.carrier.Carrier;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Texts;
import callward.flow.Order;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.script.StepsJson;
import callward.settings.OwnTransaction;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the carrier for what turns have ordered, one after the other, until it is done or refused. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CarrierOrders {

    private static final Logger LOG = System.getLogger(CarrierOrders.class.getName());

    /** Until a call that cannot be moved, since it was not answered yet, is given up. */
    private static final Duration UNANSWERED = Duration.ofMinutes(2);

    /** @param turn the turn that the call awaits now */
    private record Due(long id, String call, Order what, String called, int tries, String account, boolean over, int turn, Instant since) { }

    @Inject
    Texts texts;
    @Inject
    Carrier carrier;
    @Inject
    WayBack wayBack;
    @Inject
    Sql sql;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        for (Optional<Due> due = claim(); due.isPresent(); due = claim()) {
            carryOut(due.get());
        }
    }

    private void carryOut(Due due) {
        try {
            switch (due.what()) {
                case Order.SendText text -> texts.send(due.account(), PhoneNumber.of(due.called()), text.to(), text.body());
                case Order.Resume resume -> {
                    if (!due.over() && due.turn() == resume.turn() + 1 && !(resume.asked() && isRinging(due))) { // else the caller has gone on, or is gone
                        carrier.redirect(due.account(), new CallId(due.call()), wayBack.to(resume.turn()));
                    }
                }
                case Order.End end -> carrier.end(due.account(), new CallId(due.call()));
            }
            finish(due, null);
        } catch (CarrierRefused refused) {
            if (mayBeAnsweredYet(due)) {
                putOff(due, refused.getMessage());
            } else {
                giveUp(due, refused.getMessage());
            }
        } catch (CarrierUnreachable unreachable) {
            if (unreachable.perhapsDone()) {
                // sending it again might text a customer twice; not sending it is the smaller harm
                giveUp(due, "perhaps done: " + unreachable.getMessage());
            } else {
                putOff(due, unreachable.getMessage());
            }
        }
    }

    private boolean isRinging(Due due) {
        return carrier.legs(due.account(), new CallId(due.call())).stream().anyMatch(leg -> !leg.over());
    }

    /** A caller whose call was not answered, while a telephone rings for him, cannot be moved: the carrier says no as if it were over. */
    private boolean mayBeAnsweredYet(Due due) {
        return due.what() instanceof Order.Resume && due.since().plus(UNANSWERED).isAfter(clock.instant());
    }

    private void giveUp(Due due, String why) {
        LOG.log(Level.WARNING, "call={0} order={1} not carried out: {2}", due.call(), due.what().getClass().getSimpleName(), why);
        finish(due, why);
    }

    private void finish(Due due, String problem) {
        own.run(() -> sql.change("update callward.carrier_order set tries = tries + 1, done_at = ?, problem = ? where id = ?",
                clock.instant(), problem, due.id()));
    }

    private void putOff(Due due, String why) {
        own.run(() -> sql.change("update callward.carrier_order set tries = tries + 1, next_try_at = ?, problem = ? where id = ?",
                clock.instant().plusSeconds(Math.min(600, 2L << Math.min(due.tries(), 8))), why, due.id()));
    }

    /** Taken for a minute, which is longer than any request may last: another node leaves it alone, and a crash delays it at most so long. */
    private Optional<Due> claim() {
        return own.call(() -> sql.one("""
                update callward.carrier_order o set next_try_at = ? from callward.call c
                where c.id = o.call_id and o.id = (
                    select id from callward.carrier_order where done_at is null and next_try_at <= ?
                    order by next_try_at limit 1 for update skip locked)
                returning o.id, o.call_id, o.what, c.called, o.tries, c.account, c.state, c.turn, o.created_at""",
                row -> new Due(row.getLong(1), row.getString(2), StepsJson.read(row.getString(3), Order.class), row.getString(4), row.getInt(5),
                        row.getString(6), "OVER".equals(row.getString(7)), row.getInt(8), Sql.instant(row, "created_at")),
                clock.instant().plusSeconds(60), clock.instant()));
    }
}
