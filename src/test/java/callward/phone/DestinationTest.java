package callward.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(strings = {"+15551234567", "sip:tom@pbx.example.com", "sips:tom@pbx.example.com:5061;transport=tls", "client:tom_1"})
    void what_is_written_is_read_again(String address) {
        assertEquals(address, Destination.of(address).address());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"tom", "sip:tom", "sip:@host", "sip:tom@host\"/><Dial>", "sip:tom@host\r\nX: y", "client:", "client:a b",
        "client:ä", "http://example.com", "+1<555>1234567"})
    void what_cannot_be_rung_is_refused(String address) {
        assertThrows(IllegalArgumentException.class, () -> Destination.of(address));
    }

    @Test
    void each_kind_is_told_by_its_form() {
        assertEquals(new PhoneNumber("+15551234567"), Destination.of(" +1 555 123 4567 "));
        assertEquals(new SipAddress("sip:tom@example.com"), Destination.of("sip:tom@example.com"));
        assertEquals(new BrowserPhone("tom"), Destination.of("client:tom"));
    }

    @Test
    void addresses_have_the_carrier_s_limits() {
        assertThrows(IllegalArgumentException.class, () -> new SipAddress("sip:" + "a".repeat(250) + "@b"));
        assertThrows(IllegalArgumentException.class, () -> new BrowserPhone("a".repeat(257)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"CA 1", "CA1\n", "CA1/../x", "<CA>"})
    void an_id_of_a_call_has_nothing_that_could_forge_a_path_or_a_log_line(String sid) {
        assertThrows(IllegalArgumentException.class, () -> new CallId(sid));
        assertThrows(IllegalArgumentException.class, () -> new LegId(sid));
    }
}
