package callward.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes the courier as soon as the mail's row can be seen. */
@ApplicationScoped
public class MailBell {

    @Inject
    MailCourier courier;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWritten news) {
        courier.soon();
    }
}
