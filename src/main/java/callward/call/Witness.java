package callward.call;

import callward.phone.CallId;
import java.util.List;

/** Another room that saw something of a call: what it has to say stands in the call's record. */
public interface Witness {

    /** Reads only what is this call's; nothing is fine. */
    List<Testimony> of(CallId call);
}
