package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.CallEvent;
import callward.house.TestDatabase;
import callward.phone.CallId;
import callward.settings.OnceMore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two wait for each other, and the database gives up the turn that a caller waits for: it is played all the same, and nothing of it is done twice. */
class GivenUpTest {

    private static final String CALL = "CA1";

    private Desk desk;
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void company() {
        Desk.empty();
        desk = new Desk(Desk.script(), new GivenCarrier());
        desk.arrives(CALL);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void a_turn_is_played_the_second_time() throws Exception {
        CompletableFuture<Integer> played = desk.own.call(() -> {
            looksAfter("1min");
            desk.sql.change("update callward.deadline set look_at = look_at where call_id = ? and what = 'STEP'", CALL);
            CompletableFuture<Integer> door = meanwhile();
            desk.calls.hold(new CallId(CALL)); // which the turn has, and waits for us: until it is given up
            return door;
        });
        assertEquals(2, played.get(30, TimeUnit.SECONDS));
        assertEquals(2, tries.get());
        assertEquals("2", desk.value("select turn::text from callward.call where id = ?", CALL));
        assertEquals("1", desk.value("select count(*)::text from callward.call_event where call_id = ? and turn = 1", CALL));
        assertEquals("1", desk.value("select count(*)::text from callward.carrier_order where call_id = ? and what->>'kind' = 'send-text'", CALL));
    }

    /** Whoever waits looks once, after so long, whether he waits for ever; and if he does, he is the one who is given up. */
    private void looksAfter(String time) {
        desk.sql.one("select set_config('deadlock_timeout', ?, true)", row -> row.getString(1), time);
    }

    private CompletableFuture<Integer> meanwhile() {
        CompletableFuture<Integer> door = CompletableFuture.supplyAsync(() -> {
            try {
                return OnceMore.of(() -> {
                    tries.incrementAndGet();
                    return desk.own.call(() -> {
                        looksAfter("3s");
                        return desk.knocks(CALL, 1, now -> new CallEvent.Entered(now, "2")).nextTurn();
                    });
                });
            } finally {
                desk.own.close();
            }
        });
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(10))
                .until(() -> TestDatabase.value("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").equals("1"));
        return door;
    }
}
