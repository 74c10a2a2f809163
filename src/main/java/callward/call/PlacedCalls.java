package callward.call;

import callward.call.OrderRows.Placing;
import callward.flow.Order;
import callward.phone.CallId;
import callward.phone.LegId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Telephones that ring by calls of their own. That one rings is known by whatever comes first: the carrier's answer, its news, or its
 * question at the order's door.
 */
@ApplicationScoped
@Transactional
public class PlacedCalls {

    private static final Logger LOG = System.getLogger(PlacedCalls.class.getName());
    private static final String OUTBOX = "outbox";

    @Inject
    OrderRows orders;
    @Inject
    LiveCalls calls;
    @Inject
    Switchboard switchboard;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    /** Has a telephone rung by a call that belongs to none of ours yet. @param account SID of the account that makes it; @return names the order */
    public long place(String account, Order.Place what) {
        return orders.write(account, what);
    }

    /** Ends a call that was placed, ringing or answered. */
    public void end(String account, LegId leg) {
        orders.write(account, new Order.EndLeg(leg));
    }

    /** The telephone of an order rings, or will. The same again changes nothing. */
    public void rings(long order, LegId leg) {
        orders.placing(order).filter(placing -> isNew(placing, order, leg)).ifPresent(placing -> {
            house.fire(new CallPlaced(placing.call(), placing.what().door(), leg));
            move(placing, leg, "queued", -1, clock.instant(), OUTBOX);
        });
    }

    /** The call is locked before its order, as by whoever withdraws one. */
    private boolean isNew(Placing placing, long order, LegId leg) {
        Optional.ofNullable(placing.call()).ifPresent(calls::hold);
        return orders.rings(order, leg);
    }

    /**
     * The carrier tells how far it has come.
     *
     * @param order  names it
     * @param news   of its own call; whose telephone it is, the order says
     * @param ending nothing while it goes on
     * @param door   where it was told
     */
    public void moved(long order, LegNews news, Optional<CallEnding> ending, String door) {
        rings(order, news.leg());
        orders.placing(order).ifPresent(placing -> {
            move(placing, news.leg(), news.status(), news.sequence(), news.at(), door);
            if (placing.call() == null) {
                ending.ifPresent(switchboard::ended); // it was a call of its own in our books, too
            }
        });
    }

    private void move(Placing placing, LegId leg, String status, int sequence, Instant at, String door) {
        CallId call = placing.call() == null ? new CallId(leg.sid()) : placing.call();
        Order.Place what = placing.what();
        switchboard.legMoved(new LegNews(call, leg, what.device(), what.to().address(), status, sequence, at), door);
    }

    /** It is not rung, and will not be. */
    void failed(OrderRows.Due due, Order.Place what, int code, String why) {
        Optional.ofNullable(due.call()).ifPresent(calls::hold);
        if (orders.finish(due.id(), why)) {
            LOG.log(Level.WARNING, "order={0} call={1} not placed: code={2} {3}", due.id(), due.call(), code, why);
            if (due.call() != null) {
                calls.told(due.call(), "PlacingFailed", OUTBOX, Map.of("to", what.to().address(), "code", "" + code, "why", why), clock.instant(), null);
                house.fire(new CallNoted(due.call()));
            }
            house.fire(new PlacingFailed(due.call(), what.door(), code, why));
        }
    }

    /** Whoever talks stays where he is, or is not there any more. @param gone whether the carrier says so */
    void notMoved(OrderRows.Due due, Order.MoveLeg what, boolean gone, String why) {
        calls.hold(due.call());
        if (orders.finish(due.id(), why)) {
            LOG.log(Level.WARNING, "order={0} call={1} leg={2} not moved: {3}", due.id(), due.call(), what.leg(), why);
            house.fire(new LegNotMoved(due.call(), what.leg(), gone));
        }
    }
}
