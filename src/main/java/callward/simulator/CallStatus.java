package callward.simulator;

import java.util.Locale;

/** How far a leg has come, in the carrier's words. */
enum CallStatus {
    QUEUED, RINGING, IN_PROGRESS, COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED;

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOver() {
        return compareTo(COMPLETED) >= 0;
    }

    static CallStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
