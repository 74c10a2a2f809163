package callward.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;

/** Who fetches recordings on this server: at most two at once, nobody once it stops. */
@ApplicationScoped
class Fetchers {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;

    /** @return whether one may begin now; then it says {@link #end} */
    boolean mayBegin() {
        return !stopping && free.tryAcquire();
    }

    boolean mayGoOn() {
        return !stopping;
    }

    void end() {
        free.release();
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object server) {
        stopping = true;
    }
}
