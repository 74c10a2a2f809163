package callward.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes whoever carries orders out as soon as the order's row can be seen: who clicks on "call" hears his telephone at once. */
@ApplicationScoped
public class OrderBell {

    @Inject
    CarrierOrders orders;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderWritten news) {
        orders.soon();
    }
}
