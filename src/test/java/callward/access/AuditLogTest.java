package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.GivenClock;
import callward.house.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private final GivenClock clock = new GivenClock();
    private final Audit audit = new Audit();
    private final AuditLog log = new AuditLog();
    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void somebody_changes_things() {
        audit.database = TestDatabase.get();
        audit.clock = clock;
        log.database = TestDatabase.get();
        audit.noteBy("ann", "lines", mark, "Sales", Deed.CREATED, Map.of(), Map.of("name", "Sales"));
        clock.passes(Duration.ofHours(1));
        audit.noteBy("token:robot", "scripts", mark, "Menu 100%", Deed.CHANGED, Map.of("steps", "3"), Map.of("steps", "4"));
    }

    @Test
    void the_latest_comes_first_with_what_it_changed() {
        List<AuditEntry> entries = log.page(new AuditFilter(null, null, mark, null, null), 0, 10);
        assertEquals(List.of("CHANGED", "CREATED"), entries.stream().map(AuditEntry::deed).toList());
        assertEquals(List.of(new AuditEntry.Change("steps", "3", "4")), entries.getFirst().changes());
        assertEquals(2, log.count(new AuditFilter(null, null, mark, null, null)));
    }

    @Test
    void each_filter_counts_and_a_percent_sign_is_only_itself() {
        assertEquals(List.of("ann"), by(new AuditFilter("lines", null, mark, null, null)));
        assertEquals(List.of("token:robot"), by(new AuditFilter(null, "ROBOT", mark, null, null)));
        assertEquals(List.of("token:robot"), by(new AuditFilter(null, null, mark, clock.instant(), null)));
        assertEquals(List.of("ann"), by(new AuditFilter(null, null, mark, null, clock.instant())));
        assertEquals(0, log.count(new AuditFilter(null, "r%t", mark, null, null)));
        assertTrue(log.count(new AuditFilter(null, null, "100%", null, null)) > 0);
    }

    @Test
    void a_things_own_history_is_of_its_section_only() {
        assertEquals(List.of("CREATED"), log.of("lines", mark, 10).stream().map(AuditEntry::deed).toList());
    }

    @Test
    void an_entry_that_somebody_touched_is_found_and_so_is_one_that_is_gone() {
        AuditLog.Verdict before = log.check();
        assertNull(before.broken());
        long last = Long.parseLong(TestDatabase.value("select max(id) from callward.audit_entry"));
        TestDatabase.run("alter table callward.audit_entry disable trigger audit_entry_stays");
        try {
            TestDatabase.run("update callward.audit_entry set by = 'eve' where id = ?", last);
            assertEquals(last, log.check().broken());
            assertEquals(before.entries() - 1, log.check().entries());
            TestDatabase.run("update callward.audit_entry set by = 'token:robot', at = at + interval '1 second' where id = ?", last);
            assertEquals(last, log.check().broken());
            TestDatabase.run("update callward.audit_entry set at = at - interval '1 second' where id = ?", last);
            long middle = Long.parseLong(TestDatabase.value("select max(id) from callward.audit_entry where id < ?", last));
            TestDatabase.run("update callward.audit_entry set previous = '' where id = ?", last);
            assertEquals(last, log.check().broken());
            TestDatabase.run("update callward.audit_entry set previous = (select hash from callward.audit_entry where id = ?) where id = ?", middle, last);
        } finally {
            TestDatabase.run("alter table callward.audit_entry enable trigger audit_entry_stays");
        }
        assertEquals(before, log.check());
    }

    private List<String> by(AuditFilter filter) {
        return log.page(filter, 0, 10).stream().map(AuditEntry::by).toList();
    }

    @Test
    void times_are_kept_as_they_were() {
        assertEquals(Instant.parse("2026-11-21T10:00:00Z"), log.of("lines", mark, 1).getFirst().at());
    }
}
