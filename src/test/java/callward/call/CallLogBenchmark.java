package callward.call;

import callward.house.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long the call log's first page takes with many calls. Prints figures, asserts nothing: {@code mvn test-compile} and run {@code main};
 * the first argument is the number of calls, 200,000 when left out.
 */
final class CallLogBenchmark {

    private static final int ROUNDS = 15;

    private CallLogBenchmark() { }

    public static void main(String[] arguments) {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        TestDatabase.run("""
                insert into callward.call (id, direction, caller, called, state, outcome, turn, progress, started_at, touched_at, customer_name, answered_by, simulated)
                select 'CA' || lpad(n::text, 32, '0'), 'IN', '+1555' || lpad((n * 7919 %% 10000000)::text, 7, '0'), '+15550100100', 'OVER',
                       (array['ANSWERED', 'MISSED', 'VOICEMAIL', 'ABANDONED'])[1 + n %% 4], 3, '{}', now() - n * interval '97 seconds', now(),
                       case when n %% 3 = 0 then 'Customer ' || n end, case when n %% 4 = 0 then 'Tom' end, n %% 50 = 0
                from generate_series(1, %d) n""".formatted(rows));
        TestDatabase.run("analyze callward.call");
        Calls calls = new Calls();
        calls.sql = new Sql();
        calls.sql.database = TestDatabase.get();
        Map<String, CallFilter> filters = new LinkedHashMap<>();
        filters.put("no filter", CallFilter.ALL);
        filters.put("missed", new CallFilter(null, null, "MISSED", null, null, null, null, null));
        filters.put("the last day", new CallFilter(null, null, null, Instant.now().minusSeconds(86_400), null, null, null, null));
        filters.put("answered by Tom", new CallFilter(null, null, null, null, null, null, "Tom", null));
        filters.put("simulated", new CallFilter(null, null, null, null, null, null, null, true));
        filters.put("part of a number", new CallFilter("7001", null, null, null, null, null, null, null));
        filters.put("no such text", new CallFilter("nobody at all", null, null, null, null, null, null, null));
        filters.forEach((name, filter) -> System.out.printf("%,d calls, %-18s first page and count: %d ms (median of %d)%n", rows, name, median(calls, filter), ROUNDS));
        System.exit(0);
    }

    private static long median(Calls calls, CallFilter filter) {
        return LongStream.range(0, ROUNDS).map(round -> {
            long began = System.nanoTime();
            calls.count(filter);
            calls.page(filter, 0, 25);
            return (System.nanoTime() - began) / 1_000_000;
        }).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
