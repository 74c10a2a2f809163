package callward.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Who brings mails on this server: at most two at once, nobody once it stops. */
@ApplicationScoped
class Couriers {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;
    /** Taken by the mail server, not yet noted: should the database be away just then, they are noted later, not sent again. */
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();

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

    boolean handedOver(long mail) {
        return taken.contains(mail);
    }

    void haveHandedOver(long mail) {
        taken.add(mail);
    }

    void haveNoted(long mail) {
        taken.remove(mail);
    }
}
