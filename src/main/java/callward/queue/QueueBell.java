package callward.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes whoever offers callers as soon as what has changed can be seen; the timer would come a second later. */
@ApplicationScoped
public class QueueBell {

    @Inject
    Dispatch dispatch;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueueMoved news) {
        dispatch.soon();
    }
}
