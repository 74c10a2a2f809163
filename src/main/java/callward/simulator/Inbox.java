package callward.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The events of one leg in the order they came.
 *
 * <p>An event that lies here counts as work under way, a worker that waits here does not: so a test's clock knows when
 * everything has come to rest.
 */
final class Inbox {

    private record Ring(Object alarm) {
    }

    private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();
    private final SimulatedTime time;
    private volatile Instant waitingUntil;
    private boolean closed;

    Inbox(SimulatedTime time) {
        this.time = time;
    }

    void post(LegEvent event) {
        put(event);
    }

    private synchronized void put(Object thing) {
        if (!closed) {
            time.workBegins();
            queue.add(thing);
        }
    }

    /** The next event, or {@link LegEvent.TimeUp} when there is none until the given instant. */
    LegEvent next(Instant until) throws InterruptedException {
        var waiting = new Object();
        SimulatedTime.Alarm alarm = null;
        try {
            while (true) {
                var thing = queue.poll();
                if (thing != null) {
                    time.workEnds();
                } else if (!time.now().isBefore(until)) {
                    return LegEvent.TimeUp.NOW;
                } else {
                    if (alarm == null && until.isBefore(Instant.MAX)) {
                        alarm = time.wakeAt(until, () -> put(new Ring(waiting)));
                    }
                    thing = rest(until);
                }
                if (thing instanceof LegEvent event) {
                    return event;
                }
                if (thing instanceof Ring ring && ring.alarm() == waiting) {
                    return LegEvent.TimeUp.NOW;
                }
            }
        } finally {
            if (alarm != null) {
                alarm.cancel();
            }
        }
    }

    private Object rest(Instant until) throws InterruptedException {
        waitingUntil = until;
        time.workEnds();
        try {
            // what is taken counted as work; from here on the worker does
            return queue.take();
        } catch (InterruptedException e) {
            time.workBegins();
            throw e;
        } finally {
            waitingUntil = null;
        }
    }

    /** Takes out the first event that ends or moves the leg, if one waits: for the moments when nobody waits for an event. */
    synchronized Optional<LegEvent> interruption() {
        for (var thing : queue) {
            if (thing instanceof LegEvent event && isInterruption(event) && queue.remove(thing)) {
                time.workEnds();
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private static boolean isInterruption(LegEvent event) {
        return event instanceof LegEvent.HungUp || event instanceof LegEvent.Ended || event instanceof LegEvent.Redirected;
    }

    /** Until when the worker waits, or null while it works. */
    Instant waitingUntil() {
        return waitingUntil;
    }

    /** Nobody will read here any more. */
    synchronized void close() {
        closed = true;
        while (queue.poll() != null) {
            time.workEnds();
        }
    }
}
