package callward.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What has been begun, and the promise that all of it is stopped again, last first, whatever ends us. */
final class Lifecycle {

    /** Held here, because a logger nobody holds forgets its level. */
    private static final Logger POSTGRES_LOG = Logger.getLogger("io.zonky");

    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final AtomicInteger exitCode = new AtomicInteger();
    private volatile boolean stopping;

    Lifecycle(Progress progress) {
        this.progress = progress;
    }

    void run(Begin<?> work) {
        POSTGRES_LOG.setLevel(Level.WARNING);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        stopWhenOrphaned();
        try {
            work.begin();
        } catch (Refused e) {
            fail(2, e.getMessage());
        } catch (Exception | LinkageError e) {
            if (!stopping) {
                fail(1, e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }
    }

    /** Nothing is begun any more once stopping has started. */
    <T extends AutoCloseable> T begin(Begin<T> what) throws Exception {
        starting.lock();
        try {
            if (stopping) {
                throw new InterruptedException("stopping");
            }
            T begun = what.begin();
            running.push(begun);
            return begun;
        } finally {
            starting.unlock();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        try {
            if (starting.tryLock(60, TimeUnit.SECONDS)) {
                stopAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        // a stop that was asked for is no failure
        Runtime.getRuntime().halt(exitCode.get());
    }

    private void stopAll() {
        if (running.size() > 1) {
            progress.say("Stopping");
        }
        while (!running.isEmpty()) {
            close(running.pop());
        }
        if (exitCode.get() == 0) {
            progress.say("Stopped");
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            exitCode.compareAndSet(0, 1);
            System.err.println("callward: " + e);
        }
    }

    private void fail(int code, String message) {
        exitCode.set(code);
        System.err.println("callward: " + message);
        System.exit(code);
    }

    /** When the script that started us is killed, nobody is left to tell us to stop. */
    private void stopWhenOrphaned() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> {
            if (!stopping) {
                progress.say("The program that started us is gone");
                // not in this thread: it is the one that would hear of the server's end
                new Thread(() -> System.exit(0), "orphaned").start();
            }
        }));
    }

    /** A step that may fail. */
    interface Begin<T> {
        T begin() throws Exception;
    }
}
