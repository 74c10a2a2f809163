package callward.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A clock that stands still until a test makes time pass, and that knows when all work has come to rest. */
public final class FastForward extends Clock implements SimulatedTime {

    private record Pending(Instant when, Runnable what) {
    }

    private final List<Pending> alarms = new ArrayList<>();
    private Instant now;
    private int work;

    FastForward(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Alarm wakeAt(Instant when, Runnable what) {
        var pending = new Pending(when, what);
        alarms.add(pending);
        return () -> cancel(pending);
    }

    private synchronized void cancel(Pending pending) {
        alarms.removeIf(alarm -> alarm == pending);
    }

    @Override
    public synchronized void workBegins() {
        work++;
    }

    @Override
    public synchronized void workEnds() {
        work--;
    }

    synchronized boolean atRest() {
        return work == 0;
    }

    /** Waits until nobody works: everybody waits for a person or for the clock. */
    void settle() {
        Awaitility.await("everything to come to rest").pollInSameThread().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(2))
                .pollDelay(Duration.ZERO).until(this::atRest);
    }

    /** Lets time pass, stopping at every alarm until its work is done. */
    void passes(Duration length) {
        settle();
        var target = now().plus(length);
        for (var next = due(target); next.isPresent(); next = due(target)) {
            next.get().what().run();
            settle();
        }
        jumpTo(target);
    }

    private synchronized Optional<Pending> due(Instant target) {
        var next = alarms.stream().min(Comparator.comparing(Pending::when)).filter(alarm -> !alarm.when().isAfter(target));
        next.ifPresent(alarm -> {
            alarms.remove(alarm);
            jumpTo(alarm.when());
        });
        return next;
    }

    private synchronized void jumpTo(Instant target) {
        if (target.isAfter(now)) {
            now = target;
        }
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now(), zone);
    }
}
