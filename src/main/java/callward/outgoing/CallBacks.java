package callward.outgoing;

import callward.call.Calls.CallRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Who has called back, for the pages of calls. */
@Named
@RequestScoped
public class CallBacks {

    @Inject
    OutgoingRows rows;

    private Map<String, CallBack> known;

    /** @param shown all calls of the page: they are looked up at once */
    public boolean has(List<CallRow> shown, CallRow call) {
        return of(shown, call) != null;
    }

    /** Null when nobody has. */
    public CallBack of(List<CallRow> shown, CallRow call) {
        if (known == null) {
            known = rows.callBacks(shown.stream().map(CallRow::id).toList());
        }
        return known.get(call.id());
    }
}
