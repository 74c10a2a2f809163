package callward.group;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Knows when somebody talked last on a telephone: the room of the calls. */
public interface LastTalks {

    /**
     * When the last talk ended on each of these telephones; one on which nobody has ever talked is missing. In one statement.
     *
     * @param names keys and addresses of telephones
     */
    Map<String, Instant> ended(Collection<String> names);
}
