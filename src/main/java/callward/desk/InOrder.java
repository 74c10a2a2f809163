package callward.desk;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on borrowed threads, one after the other: news must not overtake earlier news. */
final class InOrder {

    /** A desk that lags behind by so much reads anew anyway. */
    private static final int MOST = 10_000;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    void submit(Executor threads, Runnable task) {
        if (waiting.get() >= MOST) {
            return;
        }
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            try {
                threads.execute(this::work);
            } catch (RejectedExecutionException stopping) {
                tasks.clear();
                waiting.set(0);
            }
        }
    }

    private void work() {
        do {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
        } while (waiting.decrementAndGet() > 0);
    }
}
