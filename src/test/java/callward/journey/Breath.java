package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A caller who is heard to breathe: the carrier does not take him for silent where a busy machine lets him wait for his cue. He says nothing by
 * it and presses nothing.
 */
final class Breath implements AutoCloseable {

    private static final Integer CALL_IS_OVER = 409;

    private final DeskServer desk;
    private final String call;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Set<Integer> answers = new ConcurrentSkipListSet<>();
    private final Thread lungs;

    /** @param call in which he does so, from now on */
    Breath(DeskServer desk, String call) {
        this.desk = desk;
        this.call = call;
        lungs = Thread.ofPlatform().daemon().name("breath").start(this::goesOn);
    }

    private void goesOn() {
        try {
            do {
                once();
            } while (!answers.contains(CALL_IS_OVER) && !enough.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            answers.add(desk.send("POST", "/api/v1/simulator/calls/" + call + "/speaking", null, "Authorization", "Bearer " + DeskServer.TOKEN).statusCode());
        } catch (UncheckedIOException missed) {
            // what the test waits for says more than this
        }
    }

    @Override
    public void close() {
        enough.countDown();
        try {
            lungs.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Set<Integer> refusals = new TreeSet<>(answers);
        refusals.remove(CALL_IS_OVER);
        refusals.remove(204);
        assertEquals(Set.of(), refusals, "the carrier has not heard " + call + " breathe");
    }
}
