package callward.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static final String PUBLIC = "https://desk.example.com";

    @ParameterizedTest
    @ValueSource(strings = {"https://desk.example.com", "https://desk.example.com:443", "HTTPS://DESK.example.com"})
    void a_page_at_the_public_address_may(String origin) {
        assertTrue(SameOrigin.is(origin, PUBLIC, false, "10.0.0.7:8080"));
    }

    @Test
    void a_page_at_the_address_that_was_asked_may() {
        assertTrue(SameOrigin.is("http://127.0.0.1:8080", PUBLIC, false, "127.0.0.1:8080"));
        assertTrue(SameOrigin.is("http://desk", PUBLIC, false, "desk:80"));
    }

    @Test
    void behind_a_proxy_that_ends_tls_the_page_is_https_and_the_request_is_not() {
        assertTrue(SameOrigin.is("https://other.example.com", PUBLIC, false, "other.example.com"));
    }

    @Test
    void over_tls_a_page_without_it_may_not() {
        assertFalse(SameOrigin.is("http://other.example.com", PUBLIC, true, "other.example.com"));
    }

    @Covers("S0.14")
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"null", "https://evil.example", "http://desk.example.com", "https://desk.example.com.evil.example",
        "https://desk.example.com@evil.example", "https://evil.example/https://desk.example.com", "https://desk.example.com:8443",
        "http://127.0.0.1:8081", "file://", "https://", "desk.example.com", "https://desk.example.com\u0000", "ftp://desk.example.com"})
    void anybody_elses_page_may_not(String origin) {
        assertFalse(SameOrigin.is(origin, PUBLIC, false, "127.0.0.1:8080"));
    }
}
