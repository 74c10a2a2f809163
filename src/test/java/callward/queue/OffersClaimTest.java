package callward.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.call.Sql;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.house.Wired;
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
}
