package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @Test
    void nothing_stays_nothing() {
        assertNull(WebAddress.checked("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://crm.example.com/7?a=b", "http://10.0.0.1:8080/x", "HTTPS://EXAMPLE.COM"})
    void a_web_address_is_kept(String address) {
        assertEquals(address, WebAddress.checked(" " + address + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//example.com", "crm.example.com", "https:", "https://a b", "JaVaScRiPt://x/%0aalert(1)"})
    void what_could_run_in_a_page_or_leads_nowhere_is_refused(String address) {
        assertThrows(IllegalArgumentException.class, () -> WebAddress.checked(address));
    }
}
