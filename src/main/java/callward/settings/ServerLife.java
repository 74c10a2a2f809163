package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether this server is at work: from when it answers whoever asks, until it begins to stop. The tables are there seconds before: a carrier that
 * is told to ask us by then is not answered, and hangs up on the caller.
 */
@ApplicationScoped
public class ServerLife {

    /** Where nobody asks for so long, the whole application has started all the same. */
    static final Duration NOBODY_ASKS = Duration.ofSeconds(30);

    @Inject
    Clock clock;

    private volatile boolean over;
    private volatile Instant since = Instant.MAX;

    public boolean isAtWork() {
        return isAtWorkFor(Duration.ZERO);
    }

    /** Whether it has been at work for so long already. */
    public boolean isAtWorkFor(Duration time) {
        return !over && !since.isAfter(clock.instant().minus(time));
    }

    /** The tables are there. */
    void begin() {
        since = clock.instant().plus(NOBODY_ASKS);
    }

    /** Somebody was let in. */
    void isAsked() {
        Instant now = clock.instant();
        if (since != Instant.MAX && since.isAfter(now)) {
            since = now;
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object server) {
        over = true;
    }
}
