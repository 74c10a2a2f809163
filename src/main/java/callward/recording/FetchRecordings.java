package callward.recording;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes;
import callward.settings.LogText;
import callward.settings.OwnTransaction;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fetches wanted recordings from the carrier until we have them. The timer is only the alarm clock: what is due stands in the rows.
 * Not a singleton, since several work at once (decision 25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FetchRecordings {

    private static final System.Logger LOG = System.getLogger(FetchRecordings.class.getName());

    /** After a crash a recording waits at most this long; while sound comes in, the lease is renewed. */
    private static final Duration LEASE = Duration.ofSeconds(40);

    @Inject
    Recordings recordings;
    @Inject
    SoundStore store;
    @Inject
    Tapes tapes;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;
    @Inject
    Fetchers fetchers;

    @Asynchronous
    public void soon() {
        fetchDue();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void fetchDue() {
        if (!fetchers.mayBegin()) {
            return;
        }
        try {
            while (fetchers.mayGoOn() && fetchNext()) {
                // until nothing is due
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "recordings=waiting problem=" + LogText.of(databaseAway.getMessage()));
        } finally {
            fetchers.end();
        }
    }

    private boolean fetchNext() {
        Optional<Recordings.Wanted> due = own.call(() -> recordings.claim(LEASE));
        due.ifPresent(this::fetch);
        return due.isPresent();
    }

    private void fetch(Recordings.Wanted wanted) {
        KeptSound sound;
        try {
            sound = store.keep(wanted.id(), wanted.createdAt(), reader -> tapes.fetch(wanted.account(), wanted.url(), reader), new Beat(wanted.id()));
        } catch (CarrierUnreachable | CarrierRefused | SoundNotKept e) {
            notKept(wanted, e.getMessage(), null);
            return;
        } catch (RuntimeException e) {
            notKept(wanted, "The sound could not be fetched: " + e, e);
            return;
        }
        own.run(() -> recordings.keep(wanted.id(), sound));
        LOG.log(System.Logger.Level.INFO, "recording=" + LogText.of(wanted.id()) + " kept=" + sound.file() + " bytes=" + sound.bytes());
    }

    private void notKept(Recordings.Wanted wanted, String problem, Throwable unexpected) {
        Duration nextTry = BackOff.after(wanted.tries(), Duration.between(wanted.createdAt(), clock.instant()));
        own.run(() -> recordings.failed(wanted.id(), problem, nextTry));
        LOG.log(System.Logger.Level.WARNING, "recording=" + LogText.of(wanted.id()) + " try=" + wanted.tries() + " problem=" + LogText.of(problem),
                unexpected);
    }

    /** Renews the lease while sound comes in. */
    private final class Beat implements Runnable {

        private final String recording;
        private Instant renewed = clock.instant();

        Beat(String recording) {
            this.recording = recording;
        }

        @Override
        public void run() {
            Instant now = clock.instant();
            if (Duration.between(renewed, now).compareTo(LEASE.dividedBy(3)) > 0) {
                own.run(() -> recordings.renew(recording, LEASE));
                renewed = now;
            }
        }
    }
}
