package callward.call;

import callward.call.DeadlineRows.Late;
import callward.settings.OwnTransaction;
import callward.settings.Part;
import callward.settings.ServerLife;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deadlines of calls are looked at in time. */
@ApplicationScoped
public class DeadlinesPart implements Part {

    private static final Duration LATE = Duration.ofSeconds(30);

    @Inject
    DeadlineRows rows;
    @Inject
    OwnTransaction own;
    @Inject
    ServerLife life;
    @Inject
    Clock clock;

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public State state() {
        if (!life.isAtWorkFor(Watch.CARRIER_COMES_BACK.plus(LATE))) {
            return State.up(); // they rest after a start, and what became due meanwhile is being looked at
        }
        Late late = own.call(() -> rows.late(clock.instant().minus(LATE)));
        return late.oldest().map(since -> State.down("state.deadlines.late", late.count(), Duration.between(since, clock.instant()).toSeconds()))
                .orElseGet(State::up);
    }
}
