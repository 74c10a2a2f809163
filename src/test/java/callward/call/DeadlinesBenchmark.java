package callward.call;

import callward.house.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What pending deadlines cost while they wait, and how late due ones are looked at. Prints figures, asserts nothing: {@code mvn test-compile}
 * and run {@code main}; arguments: pending deadlines (50,000), seconds of each part (60), due ones a second (20), milliseconds that the carrier takes (50).
 */
final class DeadlinesBenchmark {

    private static final int TICKS_A_SECOND = 100;

    private DeadlinesBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        int[] given = {50_000, 60, 20, 50};
        for (int i = 0; i < arguments.length; i++) {
            given[i] = Integer.parseInt(arguments[i]);
        }
        Desk.empty();
        calls("P", given[0], "3 hours");
        TestDatabase.run("vacuum analyze callward.deadline");
        Desk desk = new Desk(Desk.script(), new GivenCarrier() {
            @Override
            public java.util.Optional<CarrierCall> look(String account, callward.phone.CallId call) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(given[3]));
                return super.look(account, call);
            }
        });
        Clock real = Clock.systemUTC();
        desk.deadlines.clock = real;
        desk.rows.clock = real;
        desk.switchboard.clock = real;
        desk.overdue.clock = real;
        idle(desk, given[0], given[1]);
        due(desk, given[1], given[2], given[3]);
        System.exit(0);
    }

    private static void idle(Desk desk, int pending, int seconds) throws IOException {
        desk.deadlines.look();
        long ours = thread();
        long databases = postgres();
        for (int second = 0; second < seconds; second++) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            desk.deadlines.look();
        }
        double java = (thread() - ours) / 1e7 / seconds;
        double database = (postgres() - databases) * 100.0 / TICKS_A_SECOND / seconds;
        System.out.printf("%,d pending deadlines, %d s idle: %.2f %% of a core in Java, %.2f %% in PostgreSQL (all of it)%n", pending, seconds, java, database);
    }

    private static void due(Desk desk, int seconds, int perSecond, int carrier) {
        int count = seconds * perSecond;
        calls("D", count, "2 hours");
        Instant began = Instant.now();
        TestDatabase.run("""
                update callward.deadline set due_at = now() + (random() * %d) * interval '1 second', look_at = now() where call_id like 'CAD%%'""".formatted(seconds));
        TestDatabase.run("update callward.deadline set look_at = due_at where call_id like 'CAD%'");
        Thread second = Thread.ofPlatform().daemon().start(() -> every(desk, began, seconds + 5));
        every(desk, began.plusMillis(500), seconds + 5);
        try {
            second.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        double[] late = TestDatabase.column("""
                select extract(epoch from e.at - (e.request->>'due')::timestamptz)::text from callward.call_event e where e.kind = 'TimeIsUp'""").stream()
                .mapToDouble(Double::parseDouble).sorted().toArray();
        System.out.printf("%,d of %,d due deadlines fired, a carrier that takes %d ms: late by %.2f s in the middle, %.2f s at 99 %%, %.2f s at most%n", late.length, count, carrier,
                late[late.length / 2], late[late.length * 99 / 100], Arrays.stream(late).max().orElseThrow());
    }

    /** As the server's timer does it. */
    private static void every(Desk desk, Instant from, int seconds) {
        for (int second = 0; second < seconds; second++) {
            Duration wait = Duration.between(Instant.now(), from.plusSeconds(second));
            LockSupport.parkNanos(Math.max(0, wait.toNanos()));
            desk.deadlines.look();
        }
    }

    private static void calls(String letter, int count, String dueIn) {
        TestDatabase.run("""
                with calls as (
                    insert into callward.call (id, line_id, revision_id, direction, caller, called, state, turn, progress, started_at, touched_at, account)
                    select 'CA%s' || lpad(n::text, 31, '0'), 1, 1, 'IN', '+15550101234', '+15550100100', 'LIVE', 1, '{"step": "menu", "over": false, "tries": 0, "turns": 1, "hops": 0}', now(), now(), 'AC1'
                    from generate_series(1, %d) n returning id)
                insert into callward.deadline (call_id, what, turn, awaits, due_at, look_at)
                select id, 'STEP', 1, 'gather', now() + interval '%s', now() + interval '%s' from calls""".formatted(letter, count, dueIn, dueIn));
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Processor time of every process of the database, in ticks. */
    private static long postgres() throws IOException {
        String parent = TestDatabase.value("select pg_read_file('postmaster.pid', 0, 20)").lines().findFirst().orElseThrow();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(path -> path.getFileName().toString().matches("\\d+")).mapToLong(path -> ticks(path, parent)).sum();
        }
    }

    private static long ticks(Path process, String parent) {
        try {
            String[] stat = Files.readString(process.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
            return stat[1].equals(parent) || process.getFileName().toString().equals(parent) ? Long.parseLong(stat[11]) + Long.parseLong(stat[12]) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
