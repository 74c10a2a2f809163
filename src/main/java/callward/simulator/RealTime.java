package callward.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time as it passes on the wall. */
final class RealTime implements SimulatedTime, AutoCloseable {

    private final Clock clock;
    private final ScheduledThreadPoolExecutor alarms;

    RealTime(Clock clock) {
        this.clock = clock;
        alarms = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1,
                Thread.ofPlatform().daemon().name("simulator-alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Alarm wakeAt(Instant when, Runnable what) {
        var millis = Math.max(0, Duration.between(now(), when).toMillis());
        try {
            var alarm = alarms.schedule(what, millis, TimeUnit.MILLISECONDS);
            return () -> alarm.cancel(false);
        } catch (RejectedExecutionException switchedOff) {
            return () -> { }; // nobody is left to be woken
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
