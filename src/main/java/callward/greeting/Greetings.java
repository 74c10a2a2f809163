package callward.greeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * What callers hear, by the key that scripts use. Calls read a snapshot in memory; when the database is away, they go on hearing what
 * they heard before.
 */
@ApplicationScoped
public class Greetings {

    @Inject
    GreetingShelf shelf;

    private volatile Map<String, Heard> snapshot;
    private volatile boolean stale = true;

    /** No SQL but for the first after a change. */
    public Optional<Heard> heard(String key) {
        if (stale) {
            refreshIfPossible();
        }
        return Optional.ofNullable(snapshot.get(key));
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

    private void refreshIfPossible() {
        try {
            refresh();
        } catch (RuntimeException databaseAway) {
            if (snapshot == null) {
                throw databaseAway;
            }
        }
    }

    /** Only marks it: in this phase a server may refuse connections. */
    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) GreetingChanged news) {
        stale = true;
    }
}
