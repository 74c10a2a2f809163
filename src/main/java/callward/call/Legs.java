package callward.call;

import callward.carrier.Carrier.CarrierCall;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.phone.LegId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the carrier says of the telephones that were rung for a call.
 *
 * @param talk   somebody has one of them at his ear now
 * @param talked the one that somebody had at his ear, and has put down
 */
record Legs(boolean talk, Optional<Talked> talked) {

    static final Legs NONE = new Legs(false, Optional.empty());

    record Talked(LegId leg, int seconds) {

        CallEvent.DialEnded ended(Instant at) {
            return new CallEvent.DialEnded(at, DialOutcome.ANSWERED, leg, seconds);
        }
    }

    static Legs of(List<CarrierCall> legs) {
        return new Legs(legs.stream().anyMatch(leg -> LegState.of(leg.status()) == LegState.ANSWERED),
                legs.stream().filter(leg -> LegState.of(leg.status()) == LegState.COMPLETED && leg.seconds() > 0).findFirst()
                        .map(leg -> new Talked(new LegId(leg.id().sid()), leg.seconds())));
    }
}
