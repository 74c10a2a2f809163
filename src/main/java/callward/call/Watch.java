package callward.call;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Those who look at deadlines. Not right after a start: what the carrier could not tell us while we were away it is telling now, and
 * whoever waits at a turn that looks overdue may be about to go on.
 */
@ApplicationScoped
class Watch extends Crew {

    static final Duration CARRIER_COMES_BACK = Duration.ofSeconds(60);

    @Override
    public boolean mayBegin() {
        return life.isAtWorkFor(CARRIER_COMES_BACK) && super.mayBegin();
    }
}
