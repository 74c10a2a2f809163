package callward.call;

import callward.carrier.Carrier;
import callward.carrier.Carrier.CarrierCall;
import callward.carrier.Tapes;
import callward.carrier.Tapes.Tape;
import callward.phone.CallId;
import callward.settings.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has become of a call, in the carrier's words. Asked outside of every transaction: the carrier may take its time. */
@ApplicationScoped
class Whereabouts {

    private static final Logger LOG = System.getLogger(Whereabouts.class.getName());

    @Inject
    Carrier carrier;
    @Inject
    Tapes tapes;
    @Inject
    Switchboard switchboard;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    /** Whether the call goes on; one that does not, or that the carrier does not know, is ended here, too. @param door who asks */
    boolean goesOn(CallId call, String account, String door) {
        Optional<CarrierCall> known = carrier.look(account, call);
        if (known.isPresent() && !known.get().over()) {
            return true;
        }
        String status = known.map(CarrierCall::status).orElse("unknown");
        LOG.log(Level.INFO, "call={0} status={1} its end was not told", call, status);
        own.run(() -> switchboard.wasOver(new CallEnding(call, status, known.map(CarrierCall::seconds).orElse(-1), clock.instant(), door,
                Map.of("CallStatus", status))));
        return false;
    }

    Legs legs(Deadline due) {
        return due.ofTelephones() ? new Legs(carrier.legs(due.account(), due.call())) : Legs.NONE;
    }

    /** The longest last, which is the message if there is one. */
    List<Tape> tapes(Deadline due) {
        return due.ofTapes() ? tapes.of(due.account(), due.call()).stream().sorted(Comparator.comparing(Tape::seconds)).toList() : List.of();
    }
}
