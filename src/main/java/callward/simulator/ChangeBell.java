package callward.simulator;

import java.time.Duration;

/** Rings whenever something has changed, so that a page can wait for news instead of asking again and again. */
final class ChangeBell {

    private long rings;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    synchronized long rings() {
        return rings;
    }

    /** Waits until the bell has rung another number of times than {@code seen}; answers how often. A bell that is newer than its listener has rung less. */
    synchronized long await(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (rings == seen) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return rings;
    }
}
