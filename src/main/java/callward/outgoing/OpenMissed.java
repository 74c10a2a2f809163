package callward.outgoing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many missed calls are open, for the desk. */
@Named
@RequestScoped
public class OpenMissed {

    @Inject
    MissedCalls missed;

    private Long count;

    /** Asked once for a page. */
    public long getCount() {
        if (count == null) {
            count = missed.open();
        }
        return count;
    }
}
