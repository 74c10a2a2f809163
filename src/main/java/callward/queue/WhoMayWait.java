package callward.queue;

import callward.call.Queues;
import callward.flow.Answer;
import callward.flow.Remark.Why;
import callward.group.Groups;
import callward.phone.CallId;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Whether a caller may wait for a group, and whether somebody has him. */
@ApplicationScoped
@Transactional
class WhoMayWait implements Queues {

    /** They are at work, and will be free again. */
    private static final Set<Why> BUSY = EnumSet.of(Why.ON_A_CALL, Why.WRAPPING_UP);

    /** Whoever orders them for others must not keep all agents at it. Fewer than are offered at a time, so that callers behind them have their turn. */
    private static final int MOST_CALLBACKS = 20;

    @Inject
    Groups groups;
    @Inject
    Places places;
    @Inject
    Clock clock;

    @Override
    public Answer mayWait(String group, Facts facts, Instant hour) {
        return groups.wouldBeRung(group, facts, hour, clock.instant()).<Answer>map(members -> {
            boolean anybody = !members.targets().isEmpty() || members.passedOver().stream().anyMatch(one -> BUSY.contains(one.why()));
            Places.Load load = places.load(group);
            return new Answer.Queue(groups.waiting(group).orElseThrow(), members.open(), anybody,
                    members.callerIsMember() && members.rules().dropsMembers(), load.onLine(), load.callbacks() < MOST_CALLBACKS);
        }).orElseGet(Answer.Unknown::new);
    }

    @Override
    public boolean isTaken(CallId call) {
        return places.isTaken(call);
    }
}
