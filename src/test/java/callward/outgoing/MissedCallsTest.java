package callward.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.call.Calls;
import callward.call.Sql;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.script.Scripts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that nobody has answered, on a real database: which are open, and who has called back. */
class MissedCallsTest {

    private static final String JOHN = "+15550101234";
    private static final String JANE = "+15550105678";

    private final GivenClock clock = new GivenClock();
    private final Sql sql = Wired.with(TestDatabase.get()).bean(Sql.class);
    private final MissedCalls missed = Wired.with(sql, Wired.with(sql, new Scripts()).bean(Calls.class), Wired.with(sql).bean(OutgoingRows.class), clock).bean(MissedCalls.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void the_open_ones_come_first_and_the_latest_of_them_at_the_top() {
        in("CA1", JOHN, "MISSED", 50);
        in("CA2", JANE, "MISSED", 40);
        in("CA3", "anonymous", "MISSED", 30);
        in("CA4", JANE, "ANSWERED", 20);
        in("CA5", "+15550109999", "VOICEMAIL", 10);
        assertEquals(List.of("CA3 open", "CA1 open", "CA2"), shown());
        assertEquals(2, missed.open());
        assertEquals(3, missed.count());
        assertEquals(List.of("CA1"), missed.page(1, 1).stream().map(one -> one.call().id()).toList());
    }

    @Test
    void a_call_is_open_until_whoever_called_back_has_talked_to_the_caller() {
        in("CA1", JOHN, "MISSED", 50);
        back("CA1", "OUT1", "NOT_REACHED", 40);
        assertEquals(List.of("CA1 open Ann"), shown());
        assertFalse(missed.page(0, 10).getFirst().calledBack().reached());
        back("CA1", "OUT2", "ANSWERED", 30);
        assertEquals(List.of("CA1 Ann"), shown());
        assertEquals(0, missed.open());
    }

    @Test
    void all_calls_of_a_caller_are_done_when_somebody_has_talked_to_him_and_a_later_one_is_open_again() {
        in("CA1", JOHN, "MISSED", 50);
        in("CA2", JOHN, "MISSED", 45);
        back("CA2", "OUT1", "ANSWERED", 40);
        assertEquals(List.of("CA2 Ann", "CA1"), shown());
        in("CA3", JOHN, "MISSED", 10);
        assertEquals(List.of("CA3 open", "CA2 Ann", "CA1"), shown());
    }

    @Test
    void who_hides_his_number_is_not_taken_for_another_who_does() {
        in("CA1", "anonymous", "MISSED", 50);
        in("CA2", "anonymous", "ANSWERED", 40);
        assertEquals(List.of("CA1 open"), shown());
    }

    @Test
    void what_is_older_than_thirty_days_is_not_worked_off_any_more() {
        in("CA1", JOHN, "MISSED", 50);
        clock.passes(Duration.ofDays(31));
        assertEquals(List.of(), shown());
        assertEquals(0, missed.count());
    }

    private List<String> shown() {
        return missed.page(0, 10).stream().map(one -> one.call().id() + (one.open() ? " open" : "") + (one.calledBack() == null ? "" : " " + one.calledBack().by())).toList();
    }

    private void in(String id, String caller, String outcome, int minutesAgo) {
        TestDatabase.call(id);
        TestDatabase.run("update callward.call set caller = ?, outcome = ?, state = 'OVER', started_at = ?::timestamptz, progress = ?::jsonb where id = ?", caller, outcome, ago(minutesAgo),
                caller.startsWith("+") ? "{\"facts\": {\"values\": {\"caller.number\": \"" + caller + "\"}}}" : "{}", id);
    }

    /** Ann calls back. */
    private void back(String of, String id, String outcome, int minutesAgo) {
        TestDatabase.call(id);
        TestDatabase.run("update callward.call set direction = 'OUT', called = (select caller from callward.call where id = ?), outcome = ?, state = 'OVER', started_at = ?::timestamptz where id = ?",
                of, outcome, ago(minutesAgo), id);
        TestDatabase.run("""
                insert into callward.outgoing (token, kind, state, shown, called, ring_seconds, facts, back_of, wanted_by, wanted_at, account, simulated, device_key, call_id)
                values (?, 'CALL', 'PLACED', '+15550100100', '+15550101234', 20, '{"values": {"agent.name": "Ann"}}', ?, 'ann', ?::timestamptz, 'AC1', false, 'ann', ?)""", id, of, ago(minutesAgo), id);
    }

    private String ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes)).toString();
    }
}
