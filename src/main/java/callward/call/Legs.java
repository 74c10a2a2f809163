package callward.call;

import callward.carrier.Carrier.CarrierCall;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Detour;
import callward.flow.Progress;
import callward.phone.LegId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the carrier says of the telephones that were rung for a call. */
record Legs(List<CarrierCall> legs) {

    static final Legs NONE = new Legs(List.of());

    record Talked(LegId leg, int seconds) {

        CallEvent.DialEnded ended(Instant at) {
            return new CallEvent.DialEnded(at, DialOutcome.ANSWERED, leg, seconds);
        }
    }

    /** @param inVain those that were picked up, and whose question nobody has answered: they carry no talk */
    Legs without(Set<LegId> inVain) {
        return new Legs(legs.stream().filter(leg -> !inVain.contains(new LegId(leg.id().sid()))).toList());
    }

    /** Somebody has one of them at his ear now. */
    boolean talk() {
        return legs.stream().anyMatch(leg -> LegState.of(leg.status()) == LegState.ANSWERED);
    }

    /** The one that somebody had at his ear, and has put down; not one of those that the caller was sent on from. */
    Optional<Talked> talked(Progress progress) {
        List<String> gone = Detour.gone(progress);
        return legs.stream().filter(leg -> LegState.of(leg.status()) == LegState.COMPLETED && leg.seconds() > 0 && !gone.contains(leg.id().sid())).findFirst()
                .map(leg -> new Talked(new LegId(leg.id().sid()), leg.seconds()));
    }
}
