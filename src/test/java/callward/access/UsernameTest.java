package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @Test
    void it_may_be_typed_in_any_case() {
        assertEquals("tom", Username.of("  Tom "));
        assertEquals("", Username.of(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom", "tom.smith", "tom@example.org", "t", "4711"})
    void these_will_do(String username) {
        assertTrue(Username.fits(username));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tom", "tom smith", "<b>", "tom\nadmin", ".tom", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void these_will_not(String username) {
        assertFalse(Username.fits(username));
    }
}
