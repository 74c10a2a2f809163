package callward.call;

import callward.call.AskedLegs.Known;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialEnded;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Progress;
import callward.flow.Verb.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * What we know of a telephone that the carrier tells of: whose it is, and whether whoever picked it up took the call. "Completed" alone
 * does not mean that: a voicemail that heard the question completes, too.
 */
@ApplicationScoped
@Transactional
class Dialled {

    private static final Known UNKNOWN = new Known(null, null, false, false, false, false);

    @Inject
    AskedLegs legs;

    /** The event as the engine needs it; any other one as it is. */
    CallEvent known(LiveCall call, CallEvent event) {
        return event instanceof DialEnded ended && !call.progress().targets().isEmpty() ? known(call.progress(), ended) : event;
    }

    private DialEnded known(Progress progress, DialEnded ended) {
        Optional<Known> leg = ended.leg() == null ? Optional.empty() : legs.find(ended.leg());
        List<Target> ringing = progress.targets().stream().limit(progress.hunt() == null ? 1 : progress.hunt().ringing()).toList();
        Optional<Target> phone = leg.flatMap(rang -> ringing.stream().filter(target -> isOn(target, rang)).findFirst());
        boolean asks = leg.map(Known::asks).orElse(false) || phone.map(Target::asks).orElseGet(() -> ringing.stream().allMatch(Target::asks));
        return new DialEnded(ended.at(), outcome(ended.outcome(), asks, leg.orElse(UNKNOWN)), ended.leg(), ended.seconds(), phone.map(Target::key).orElse(null));
    }

    private static DialOutcome outcome(DialOutcome told, boolean asks, Known leg) {
        boolean inVain = !leg.accepted() && (leg.asked() || told == DialOutcome.ANSWERED && asks);
        return told != DialOutcome.SILENT && !inVain ? told : leg.declined() ? DialOutcome.DECLINED : DialOutcome.SILENT;
    }

    /** A key may hold letters that the path of a door must not. */
    private static boolean isOn(Target target, Known leg) {
        return target.path().equals(leg.deviceKey()) || target.key().equals(leg.deviceKey()) || target.destination().address().equals(leg.address());
    }
}
