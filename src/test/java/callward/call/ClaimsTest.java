package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody takes more of what is due than he asks for, however the database goes about it. */
class ClaimsTest {

    private static final int DUE = 120;

    private Desk desk;

    @BeforeEach
    void much_is_due() {
        Desk.empty();
        desk = new Desk(Desk.script(), new GivenCarrier());
        TestDatabase.run("""
                insert into callward.call (id, direction, caller, called, state, turn, progress, started_at, touched_at)
                select 'CA' || n, 'IN', '+15550001111', '+15550100100', 'LIVE', 1, '{}', now(), '2026-11-01' from generate_series(1, ?) n""", DUE);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void of_deadlines() {
        TestDatabase.run("insert into callward.deadline (call_id, what, turn, due_at, look_at) select id, 'STEP', 1, '2026-11-01', '2026-11-01' from callward.call");
        assertEquals(8, desk.own.call(() -> {
            goesRoundAndRound(desk.sql);
            return desk.rows.claim(8);
        }).size());
        assertEquals("8", TestDatabase.value("select count(*) from callward.deadline where look_at > '2026-11-02'"));
    }

    @Test
    void of_calls_that_went_silent() {
        desk.own.run(() -> {
            goesRoundAndRound(desk.sql);
            desk.lostCalls.look();
        });
        assertEquals("50", TestDatabase.value("select count(*) from callward.call where touched_at > '2026-11-02'"));
    }

    /** What a statement asks beside the rows that it changes may then be asked anew for each of them. */
    private static void goesRoundAndRound(Sql sql) {
        sql.one("""
                select set_config('enable_' || way, 'off', true) from unnest(array['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize']) way""", row -> row.getString(1));
    }
}
