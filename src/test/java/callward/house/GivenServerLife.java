package callward.house;

import callward.settings.ServerLife;

/** A server that is at work, or about to stop. */
public class GivenServerLife extends ServerLife {

    private volatile boolean atWork = true;

    @Override
    public boolean isAtWork() {
        return atWork;
    }

    public void stop() {
        atWork = false;
    }
}
