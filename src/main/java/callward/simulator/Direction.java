package callward.simulator;

import java.util.Locale;

/** Who began a leg. */
enum Direction {
    INBOUND, OUTBOUND_API, OUTBOUND_DIAL;

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
