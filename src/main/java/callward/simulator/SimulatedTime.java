package callward.simulator;

import java.time.Clock;
import java.time.Instant;

/** The clock a simulated carrier lives by; a test can make it jump. */
interface SimulatedTime {

    Instant now();

    /** Runs {@code what} once the clock has reached {@code when}, unless cancelled before. */
    Alarm wakeAt(Instant when, Runnable what);

    /** One more piece of work is under way; a test's clock must not jump before it is done. */
    default void workBegins() {
    }

    default void workEnds() {
    }

    /** A pending wake-up. */
    interface Alarm {
        void cancel();
    }

    static SimulatedTime real(Clock clock) {
        return new RealTime(clock);
    }
}
