package callward.call;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ten thousand calls of all kinds in foul weather, in turns; as many as it is told to. What fails is told, and the rest goes on. */
final class ManyChaosRuns {

    private static final long FIRST_SEED = 1_000_000;
    /** A town takes as long as so many calls. */
    private static final int TOWN = 10;

    private ManyChaosRuns() { }

    /** @param arguments how many runs, from which seed on, and after how many minutes it is enough */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : FIRST_SEED;
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(arguments.length > 2 ? Long.parseLong(arguments[2]) : 600);
        List<SameEnd> calls = List.of(SameEnd.Kind.values()).stream().map(SameEnd::new).toList();
        List<String> failures = new ArrayList<>();
        int towns = 0;
        Desk.empty();
        long began = System.nanoTime();
        while (calls.stream().mapToInt(kind -> kind.runs).sum() + towns + failures.size() < runs && System.nanoTime() < until) {
            long now = seed++;
            calls.forEach(kind -> attempt(() -> kind.check(now), failures));
            if (now % TOWN == TOWN - 1) {
                towns++;
                attempt(() -> QueueChaosTest.run(now), failures);
                System.err.printf("%tT seed %d%n", LocalTime.now(), now);
            }
        }
        calls.forEach(SameEnd::print);
        System.out.printf("QUEUE %,d towns%n%,d failures of %,d runs, %,d s%n", towns, failures.size(), calls.stream().mapToInt(kind -> kind.runs).sum() + towns,
                (System.nanoTime() - began) / 1_000_000_000);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static void attempt(Runnable run, List<String> failures) {
        try {
            run.run();
        } catch (AssertionError e) {
            failures.add(e.getMessage());
            System.out.println("FAILED " + e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause()));
        }
    }
}
