package callward.greeting;

import callward.settings.KeptInMemory;
import callward.settings.Snapshot;
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
public class Greetings implements KeptInMemory {

    @Inject
    GreetingShelf shelf;

    private final Snapshot<Map<String, Heard>> snapshot = new Snapshot<>(() -> shelf.all());

    /** No SQL but for the first after a change. */
    public Optional<Heard> heard(String key) {
        return Optional.ofNullable(snapshot.get().get(key));
    }

    @Override
    public String what() {
        return "greetings";
    }

    @Override
    public void readAgain() {
        snapshot.refresh();
    }

    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) GreetingChanged news) {
        snapshot.changed();
    }
}
