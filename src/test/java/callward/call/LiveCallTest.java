package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Progress;
import callward.phone.CallId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveCallTest {

    private static final Instant CHRISTMAS = Instant.parse("2022-12-25T08:00:00Z");

    @Test
    void time_goes_on_in_a_call_that_pretends() {
        Instant began = Instant.parse("2026-11-24T14:00:00Z");
        LiveCall call = new LiveCall(new CallId("CA1"), "Widgets", 1, 0, Progress.START, false, began, CHRISTMAS);
        assertEquals(CHRISTMAS.plusSeconds(90), call.hour(began.plusSeconds(90)));
        LiveCall real = new LiveCall(new CallId("CA1"), "Widgets", 1, 0, Progress.START, false, began, null);
        assertEquals(began.plusSeconds(90), real.hour(began.plusSeconds(90)));
    }
}
