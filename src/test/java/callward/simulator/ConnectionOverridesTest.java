package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionOverridesTest {

    @Test
    void without_a_wish_the_carriers_own_patience_holds() {
        assertEquals(new ConnectionOverrides(5000, 15_000, 15_000, 1, Set.of("ct")), ConnectionOverrides.of("https://example.com/a"));
    }

    @Test
    void wishes_are_read_from_the_fragment() {
        assertEquals(new ConnectionOverrides(2000, 4000, 15_000, 2, Set.of("ct", "rt", "5xx")),
                ConnectionOverrides.of("https://example.com/a?b=1#ct=2000&rt=4000&rc=2&rp=ct,rt,5xx"));
    }

    @Test
    void wishes_beyond_the_limits_are_cut() {
        var cut = ConnectionOverrides.of("https://example.com/#ct=1&rt=99999&rc=9&rp=all");
        assertEquals(100, cut.connectMillis());
        assertEquals(15_000, cut.readMillis());
        assertEquals(5, cut.retries());
        assertEquals(Set.of("all", "ct", "rt", "4xx", "5xx"), cut.retryOn());
    }
}
