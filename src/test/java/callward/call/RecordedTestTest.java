package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.call.Calls.CallRow;
import callward.script.CallTests;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedTestTest {

    private static String nameOf(String customer) {
        return RecordedTest.shown(new CallRow("CA1", "IN", "+15550101234", "+15550100100", null, "OVER", null, customer, null, null, null,
                Instant.parse("2026-11-24T17:00:00.123Z"), null, null, null, false, null, null, null));
    }

    @Test
    void a_test_is_called_after_whoever_called_and_when() {
        assertEquals("John Doe · 2026-11-24T17:00:00Z", nameOf("John Doe"));
        assertEquals("+1 555-010-1234 · 2026-11-24T17:00:00Z", nameOf(null));
    }

    @Test
    void a_long_name_still_makes_a_name_that_is_taken() {
        String name = nameOf("x".repeat(200));
        assertEquals(CallTests.LONGEST_NAME, name.length());
        assertEquals("x · 2026-11-24T17:00:00Z", name.substring(name.indexOf("x ·")));
    }
}
