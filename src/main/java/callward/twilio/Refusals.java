package callward.twilio;

import callward.settings.LogText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Requests that were not Twilio's, or seemed not to be: nearly always the public URL is not the one that Twilio calls. */
@ApplicationScoped
public class Refusals {

    /** @param url as we rebuilt it, safe to show; @param why {@code signature} or {@code account} */
    public record Refusal(long count, String url, String why, Instant at) { }

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final int QUIET_SECONDS = 10;

    @Inject
    Clock clock;

    private final AtomicReference<Refusal> last = new AtomicReference<>();
    private final AtomicReference<Instant> logged = new AtomicReference<>(Instant.EPOCH);

    /** The last one, and how many there have been since the server started. */
    public Optional<Refusal> last() {
        return Optional.ofNullable(last.get());
    }

    void add(String url, String why) {
        Instant now = clock.instant();
        Refusal refusal = last.updateAndGet(before -> new Refusal(before == null ? 1 : before.count() + 1, LogText.of(url), why, now));
        Instant before = logged.get();
        // somebody who knocks all day shall not fill the log
        if (before.plusSeconds(QUIET_SECONDS).isBefore(now) && logged.compareAndSet(before, now)) {
            LOG.log(Level.WARNING, "refused={0} why={1} url={2}", refusal.count(), why, LogText.of(url));
        }
    }
}
