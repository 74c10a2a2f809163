package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;

/** Whether this server is at work: from when the tables are there until it begins to stop. */
@ApplicationScoped
public class ServerLife {

    private volatile boolean atWork;

    public boolean isAtWork() {
        return atWork;
    }

    void begin() {
        atWork = true;
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object server) {
        atWork = false;
    }
}
