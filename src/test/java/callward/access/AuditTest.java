package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.house.GivenClock;
import callward.house.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final Audit audit = new Audit();

    @BeforeEach
    void open() {
        audit.database = TestDatabase.get();
        audit.clock = new GivenClock();
    }

    @Test
    void only_what_differs_is_kept() {
        audit.noteBy("ann", "lines", "+15550100100", "Sales", Deed.CHANGED, Map.of("name", "Sale", "language", "en-US"),
                Map.of("name", "Sales", "language", "en-US"));
        assertEquals("{\"name\":\"Sale\"}", last("before"));
        assertEquals("{\"name\":\"Sales\"}", last("after"));
    }

    @Test
    void each_entry_is_sealed_with_the_one_before() {
        audit.noteBy("ann", "lines", "1", "one", Deed.CREATED, Map.of(), Map.of("name", "one"));
        String first = last("hash");
        audit.noteBy("ann", "lines", "1", "one", Deed.DELETED, Map.of("name", "one"), Map.of());
        assertEquals(first, last("previous"));
        assertEquals(Audit.seal(new GivenClock().instant(), List.of("ann", "lines", "1", "one", "DELETED", "{\"name\":\"one\"}", "{}", first)), last("hash"));
    }

    @Test
    void nobody_changes_or_takes_away_an_entry() {
        audit.noteBy("ann", "lines", "1", "one", Deed.CREATED, Map.of(), Map.of());
        assertThrows(IllegalStateException.class, () -> TestDatabase.run("update callward.audit_entry set by = 'eve'"));
        assertThrows(IllegalStateException.class, () -> TestDatabase.run("delete from callward.audit_entry"));
        assertThrows(IllegalStateException.class, () -> TestDatabase.run("truncate callward.audit_entry"));
    }

    private static String last(String column) {
        return TestDatabase.value("select " + column + " from callward.audit_entry order by id desc limit 1");
    }
}
