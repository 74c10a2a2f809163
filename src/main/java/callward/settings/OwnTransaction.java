package callward.settings;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Does a piece of work in a transaction of its own: committed when it returns, rolled back when it throws, whatever becomes of the
 * caller's. Timers, asynchronous beans and managed threads write by it alone: what begins a transaction elsewhere does not hold the
 * connections of such a thread together on Payara (decision 28).
 */
@ApplicationScoped
public class OwnTransaction {

    @EJB
    ServerTransaction transaction;

    /** @throws RuntimeException the very one that the work threw, after the rollback */
    public <T> T call(Supplier<T> work) {
        ServerTransaction.Outcome<T> outcome = transaction.around(work);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.value();
    }

    /** Like {@link #call}. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
