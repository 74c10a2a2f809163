package callward.house;

import callward.settings.ServerLife;
import java.time.Duration;

/** A server that is at work, or about to stop. */
public class GivenServerLife extends ServerLife {

    private volatile boolean atWork = true;
    private volatile Duration worked = Duration.ofDays(1);

    @Override
    public boolean isAtWork() {
        return atWork;
    }

    @Override
    public boolean isAtWorkFor(Duration time) {
        return atWork && !time.minus(worked).isPositive();
    }

    /** It began to work so long ago. */
    public void hasWorkedFor(Duration time) {
        worked = time;
    }

    public void stop() {
        atWork = false;
    }
}
