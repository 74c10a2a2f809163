package callward.hours;

import callward.flow.OpeningHours;
import callward.settings.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether it is open, by the key that scripts use. Calls read a snapshot in memory; when the database is away, they go by what was read
 * before.
 */
@ApplicationScoped
public class Calendars {

    @Inject
    CalendarShelf shelf;
    @Inject
    Company company;

    private volatile Map<String, CalendarShelf.Kept> snapshot;
    private volatile boolean stale = true;

    /** Nothing for a calendar that does not exist or makes no sense. No SQL but for the first after a change. */
    public Optional<OpeningHours> hours(String key) {
        if (stale) {
            refreshIfPossible();
        }
        return Optional.ofNullable(snapshot.get(key)).map(kept -> kept.in(company.zone()));
    }

    /** Nothing when nobody can say. */
    public Optional<Boolean> isOpen(String key, Instant at) {
        return hours(key).map(hours -> hours.at(at).open());
    }

    /** Reads all of them again. */
    void refresh() {
        stale = false;
        try {
            snapshot = shelf.all();
        } catch (RuntimeException e) {
            stale = true;
            throw e;
        }
    }

    /** Reads all of them again, and looks at each, so that its holidays are at hand when a call asks. */
    void refresh(Instant now) {
        refresh();
        snapshot.values().forEach(kept -> kept.in(company.zone()).at(now));
    }

    private void refreshIfPossible() {
        try {
            refresh();
        } catch (RuntimeException databaseAway) {
            if (snapshot == null) {
                snapshot = Map.of(); // nobody can say: callers are not kept from people
            }
        }
    }

    /** Only marks it: in this phase a server may refuse connections. */
    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) CalendarsChanged news) {
        stale = true;
    }
}
