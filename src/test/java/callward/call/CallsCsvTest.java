package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsCsvTest {

    private final Calls calls = new Calls();

    @BeforeEach
    void an_empty_log() {
        TestDatabase.empty();
        calls.sql = new Sql();
        calls.sql.database = TestDatabase.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "+1+1", "%0A=1"})
    void what_a_spreadsheet_would_calculate_is_quoted(String cell) {
        assertEquals("'" + cell, CallsCsv.safe(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15550101234", "John Doe", "anonymous", "sip:tom@pbx.example", ""})
    void everything_else_stays(String cell) {
        assertEquals(cell, CallsCsv.safe(cell));
    }

    @Test
    void every_call_is_there_once_however_many_began_in_the_same_moment() throws IOException {
        TestDatabase.run("""
                insert into callward.call (id, direction, caller, called, state, turn, progress, started_at, touched_at, customer_name)
                select 'CA' || n, 'IN', '+15550001111', '+15550100100', 'OVER', 1, '{}', timestamptz '2026-11-24 09:00:00+00' + (n / 1500) * interval '1 second',
                       now(), '=Doe, "John"' from generate_series(1, 3200) n""");
        List<String> lines = written(CallFilter.ALL);
        assertEquals(3201, lines.size());
        assertEquals(3200, lines.stream().skip(1).map(line -> line.split(",")[0]).distinct().count());
        assertTrue(lines.getFirst().startsWith("\ufeffid,started,"), lines.getFirst());
        assertTrue(lines.getLast().contains("2026-11-24T10:00:00+01:00") && lines.getLast().contains("\"'=Doe, \"\"John\"\"\""), lines.getLast());
        assertEquals(1, written(new CallFilter(null, "LIVE", null, null, null, null, null, null)).size());
    }

    @Test
    void no_more_than_ten_thousand_are_counted() {
        TestDatabase.run("""
                insert into callward.call (id, direction, caller, called, state, turn, progress, started_at, touched_at)
                select 'CB' || n, 'IN', '+15550001111', '+15550100100', 'OVER', 1, '{}', now(), now() from generate_series(1, 10050) n""");
        assertEquals(10_000, calls.count(CallFilter.ALL));
    }

    private List<String> written(CallFilter filter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CallsCsv(calls, ZoneId.of("Europe/Berlin")).write(filter, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
