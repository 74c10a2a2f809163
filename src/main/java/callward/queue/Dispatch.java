package callward.queue;

import callward.carrier.Carrier;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Carrier.CarrierCall;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Offers who waits to who is free, once a second and whenever a bell rings, and asks the carrier about offers of which something should have
 * been told. The timer is only the alarm clock: everything stands in rows, and any node may do it. Not a singleton (decision 25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatch {

    private static final Logger LOG = System.getLogger(Dispatch.class.getName());
    private static final int AT_ONCE = 8;
    /** Until a carrier that did not answer is asked again. */
    private static final Duration DEAF = Duration.ofSeconds(10);

    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    OfferCallers callers;
    @Inject
    LostOffers lost;
    @Inject
    NeedlessCallbacks callbacks;
    @Inject
    Carrier carrier;
    @Inject
    OwnTransaction own;
    @Inject
    Dispatchers crew;

    @Asynchronous
    public void soon() {
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (!crew.mayBegin()) {
            return;
        }
        try {
            own.call(callbacks::found).forEach(this::end);
            own.call(places::groups).forEach(this::offer);
            Set<String> deaf = new HashSet<>();
            own.call(() -> offers.overdue(AT_ONCE)).forEach(offer -> settle(offer, deaf)); // last: whoever waits for the carrier keeps nobody else waiting
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "queues=waiting problem=" + LogText.of(databaseAway.getMessage()));
        } finally {
            crew.end();
        }
    }

    private void end(NeedlessCallbacks.Needless callback) {
        try {
            own.run(() -> callbacks.end(callback));
        } catch (RuntimeException ofThisOneAlone) {
            LOG.log(Level.ERROR, "place=" + callback.place() + " callback cannot be ended", ofThisOneAlone);
        }
    }

    /** One group's trouble must not keep the others waiting. */
    private void offer(String group) {
        try {
            if (crew.mayGoOn()) {
                own.run(() -> callers.of(group));
            }
        } catch (RuntimeException ofThisGroupAlone) {
            LOG.log(Level.ERROR, "group=" + group + " callers cannot be offered", ofThisGroupAlone);
        }
    }

    /** @param deaf accounts that cannot be asked now: each has made us wait for as long as it may, once */
    private void settle(Offered offer, Set<String> deaf) {
        try {
            if (offer.leg() == null) {
                own.run(() -> lost.neverRang(offer));
                return;
            }
            String account = own.call(() -> offers.account(offer.call()));
            if (deaf.contains(account) || !asks(offer, account)) {
                deaf.add(account);
                own.run(() -> offers.lookAt(offer.id(), DEAF));
            }
        } catch (RuntimeException ofThisOneAlone) {
            LOG.log(Level.ERROR, "call=" + offer.call() + " offer cannot be settled", ofThisOneAlone);
        }
    }

    /** @return false when the carrier could not be reached */
    private boolean asks(Offered offer, String account) {
        try {
            CallId leg = new CallId(offer.leg().sid());
            Optional<CarrierCall> seen = carrier.look(account, leg);
            boolean isOver = seen.isEmpty() || seen.get().over();
            List<CarrierCall> rung = isOver && offer.state() == Offered.State.ACCEPTED ? carrier.legs(account, leg) : List.of();
            own.run(() -> lost.settle(offer, isOver, seen.map(CarrierCall::status).orElse("failed"), rung));
        } catch (CarrierRefused e) {
            LOG.log(Level.WARNING, "call={0} carrier refuses to tell: {1}", offer.call(), LogText.of(e.getMessage()));
        } catch (CarrierUnreachable e) {
            LOG.log(Level.WARNING, "call={0} carrier cannot be asked: {1}", offer.call(), LogText.of(e.getMessage()));
            return false;
        }
        return true;
    }
}
