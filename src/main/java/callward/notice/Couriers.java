package callward.notice;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who bring mails. */
@ApplicationScoped
class Couriers extends Crew {

    /** Taken by the mail server, not yet noted: should the database be away just then, they are noted later, not sent again. */
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();

    boolean handedOver(long mail) {
        return taken.contains(mail);
    }

    void haveHandedOver(long mail) {
        taken.add(mail);
    }

    void haveNoted(long mail) {
        taken.remove(mail);
    }
}
