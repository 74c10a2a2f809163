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
            return new Answer.Queue(groups.waiting(group).orElseThrow(), members.open(), anybody,
                    members.callerIsMember() && members.rules().dropsMembers(), places.waiting(group));
        }).orElseGet(Answer.Unknown::new);
    }

    @Override
    public boolean isTaken(CallId call) {
        return places.isTaken(call);
    }
}
