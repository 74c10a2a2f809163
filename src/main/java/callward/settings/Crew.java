package callward.settings;

import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Who does one kind of work in the background of this server: at most two at once, and only while it is at work. One bean per kind. */
public abstract class Crew {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    protected ServerLife life;

    /** @return whether one may begin now; then it says {@link #end} */
    public boolean mayBegin() {
        return life.isAtWork() && free.tryAcquire();
    }

    public boolean mayGoOn() {
        return life.isAtWork();
    }

    public void end() {
        free.release();
    }
}
