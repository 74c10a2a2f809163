package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether this server is at work: from when the tables are there until it begins to stop. */
@ApplicationScoped
public class ServerLife {

    @Inject
    Clock clock;

    private volatile boolean atWork;
    private volatile Instant since = Instant.MAX;

    public boolean isAtWork() {
        return atWork;
    }

    /** Whether it has been at work for so long already. */
    public boolean isAtWorkFor(Duration time) {
        return atWork && !since.isAfter(clock.instant().minus(time));
    }

    void begin() {
        since = clock.instant();
        atWork = true;
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object server) {
        atWork = false;
    }
}
