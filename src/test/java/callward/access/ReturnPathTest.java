package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls", "/calls/call?id=CA1&page=2", "/tickets/ticket?number=1234#notes", "/customers?text=J%C3%BCrgen"})
    void our_own_paths_are_kept(String path) {
        assertEquals(path, ReturnPath.safe(path));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example", "javascript:alert(1)",
        "evil", " //evil.example", "/\n/evil.example", "/%", "/sign-in", "/sign-in?from=/calls", "/ü"})
    void whatever_could_lead_elsewhere_leads_home(String path) {
        assertEquals("/", ReturnPath.safe(path));
    }

    @Test
    void a_link_is_opened_again_with_its_query() {
        assertEquals("/sign-in?from=%2Fcalls%3Fpage%3D2%26text%3Dx", ReturnPath.signInFrom("/calls", "page=2&text=x", true));
    }

    @Test
    void a_form_that_was_sent_is_not_sent_again() {
        assertEquals("/sign-in?from=%2Fcalls", ReturnPath.signInFrom("/calls", "page=2", false));
    }

    @Test
    void home_needs_no_mention() {
        assertEquals("/sign-in", ReturnPath.signInFrom("/", null, true));
    }
}
