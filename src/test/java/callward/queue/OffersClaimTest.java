package callward.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.call.Sql;
import callward.flow.Accept;
import callward.flow.Progress;
import callward.flow.Verb;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.house.Wired;
import callward.phone.CallId;
import callward.phone.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OffersClaimTest {

    @Test
    void nobody_takes_more_of_what_is_overdue_than_he_asks_for_however_the_database_goes_about_it() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
        TestDatabase.run("insert into callward.queue_place (call_id, group_key, state, hears, joined_at, due_at, look_at) values ('CA1', 'sales', 'CLAIMED', '{}', now(), now(), now())");
        TestDatabase.run("""
                insert into callward.queue_offer (place_id, call_id, token, agent_id, agent, device_key, label, address, asks, accept, round, state, offered_at, look_at)
                select p.id, 'CA1', 't' || n, n, 'Tom', 'tom', 'Tom', 'client:tom', false, '{"seconds": 5}', 1, 'RINGING', now(), '2026-11-01'
                from callward.queue_place p, generate_series(1, 120) n""");
        try (TestTransactions own = new TestTransactions()) {
            Sql sql = Wired.with(own.database()).bean(Sql.class);
            Offers offers = Wired.with(sql, new GivenClock()).bean(Offers.class);
            own.run(() -> {
                sql.one("select set_config('enable_' || way, 'off', true) from unnest(array['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize']) way",
                        row -> row.getString(1));
                assertEquals(8, offers.overdue(8).size());
            });
        }
        assertEquals("8", TestDatabase.value("select count(*) from callward.queue_offer where look_at > '2026-11-02'"));
    }

    @Test
    void two_groups_that_ask_the_same_two_people_the_other_way_round_do_not_wait_for_each_other() throws Exception {
        TestDatabase.empty();
        TestDatabase.call("CA1");
        TestDatabase.call("CA2");
        TestDatabase.run("insert into callward.queue_place (call_id, group_key, state, hears, joined_at, due_at, look_at) "
                + "values ('CA1', 'sales', 'WAITING', '{}', now(), now(), now()), ('CA2', 'support', 'WAITING', '{}', now(), now(), now())");
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<Boolean>> sales = threads.submit(() -> asks(1, "CA1", bothHaveOne, 1, 2));
            Future<List<Boolean>> support = threads.submit(() -> asks(2, "CA2", bothHaveOne, 2, 1));
            assertEquals(List.of(true, false), sales.get());
            assertEquals(List.of(true, false), support.get());
        }
    }

    private static List<Boolean> asks(long id, String call, CyclicBarrier bothHaveOne, long first, long second) {
        try (TestTransactions own = new TestTransactions()) {
            Offers offers = Wired.with(Wired.with(own.database()).bean(Sql.class), new GivenClock()).bean(Offers.class);
            Place place = new Place(id, new CallId(call), "group", Place.State.WAITING, Instant.EPOCH, 1, 0, null, null, "+15550100100", Progress.START, Instant.EPOCH, null, false);
            return own.call(() -> {
                boolean one = asks(offers, place, first);
                await(bothHaveOne);
                boolean other = asks(offers, place, second);
                await(bothHaveOne); // neither commits before both have tried
                return List.of(one, other);
            });
        }
    }

    private static boolean asks(Offers offers, Place place, long agent) {
        return offers.make(place, place.call().sid() + agent, agent, new Verb.Target("a" + agent, "A", Destination.of("client:a" + agent), "A", 20, true), Accept.ANY_KEY, Duration.ofSeconds(9));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }
}
