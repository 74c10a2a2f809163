package callward.agent;

import callward.flow.Remark.Why;
import callward.phone.Destination;
import java.util.Optional;

/** Knows which telephones are never rung, whosever they are: the room of the calls. */
public interface NeverRung {

    /** Asks no database but after a change. @return nothing when it may be rung */
    Optional<Why> why(Destination place);
}
