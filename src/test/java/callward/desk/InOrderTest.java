package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final InOrder line = new InOrder();
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void no_news_overtakes_another_on_many_threads() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 5_000).forEach(n -> line.submit(threads, () -> done.add(n)));
            threads.shutdown();
            threads.awaitTermination(30, TimeUnit.SECONDS);
        }
        assertEquals(IntStream.range(0, 5_000).boxed().toList(), done);
    }

    @Test
    void whoever_tells_news_does_not_wait_for_it() {
        Queue<Runnable> borrowed = new ArrayDeque<>();
        line.submit(borrowed::add, () -> done.add(1));
        assertEquals(List.of(), done);
        borrowed.remove().run();
        assertEquals(List.of(1), done);
    }

    @Test
    void it_goes_on_after_threads_were_refused() {
        line.submit(task -> { throw new RejectedExecutionException("stopping"); }, () -> done.add(1));
        line.submit(Runnable::run, () -> done.add(2));
        assertEquals(List.of(2), done);
    }

    @Test
    void what_nobody_can_take_in_time_is_left_out() {
        Queue<Runnable> borrowed = new ArrayDeque<>();
        IntStream.range(0, 20_000).forEach(n -> line.submit(borrowed::add, () -> done.add(n)));
        borrowed.remove().run();
        assertEquals(IntStream.range(0, 10_000).boxed().toList(), done);
    }
}
