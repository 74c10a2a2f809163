package callward.hours;

import callward.flow.OpeningHours;
import callward.settings.Company;
import callward.settings.KeptInMemory;
import callward.settings.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether it is open, by the key that scripts use. Calls read a snapshot in memory; when the database is away, they go by what was read
 * before.
 */
@ApplicationScoped
public class Calendars implements KeptInMemory {

    @Inject
    CalendarShelf shelf;
    @Inject
    Company company;
    @Inject
    Clock clock;

    private final Snapshot<Map<String, CalendarShelf.Kept>> snapshot = new Snapshot<>(() -> shelf.all());

    /** Nothing for a calendar that does not exist or makes no sense. No SQL but for the first after a change. */
    public Optional<OpeningHours> hours(String key) {
        return Optional.ofNullable(known().get(key)).map(kept -> kept.in(company.zone()));
    }

    /** Nothing when nobody can say. */
    public Optional<Boolean> isOpen(String key, Instant at) {
        return hours(key).map(hours -> hours.at(at).open());
    }

    private Map<String, CalendarShelf.Kept> known() {
        try {
            return snapshot.get();
        } catch (RuntimeException databaseAway) {
            return Map.of(); // nobody can say: callers are not kept from people
        }
    }

    @Override
    public String what() {
        return "calendars";
    }

    /** Looks at each, too, so that its holidays are at hand when a call asks. */
    @Override
    public void readAgain() {
        Instant now = clock.instant();
        snapshot.refresh().values().forEach(kept -> kept.in(company.zone()).at(now));
    }

    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) CalendarsChanged news) {
        snapshot.changed();
    }
}
