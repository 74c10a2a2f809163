package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.access.AccountRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTextTest {

    @Test
    void blanks_around_a_value_are_nobodys_wish_and_nothing_is_null() {
        AccountText text = new AccountText("  Ann Smith ", " ", Role.AGENT, "", true);
        assertEquals("Ann Smith", text.name());
        assertNull(text.email());
        assertNull(text.language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann@", "@example.com", "ann@example", "a b@example.com", "ann@example.com, bo@example.com", "ann@example.com\nBcc: x@y.zz"})
    void a_mail_address_that_mail_would_not_reach_will_not_do(String email) {
        assertEquals(Reason.EMAIL_WRONG, refused("Ann", email, Role.AGENT, null));
    }

    @Test
    void each_field_that_will_not_do_is_named() {
        assertEquals(Reason.NAME_WRONG, refused(" ", null, Role.AGENT, null));
        assertEquals(Reason.NAME_WRONG, refused("a\nb", null, Role.AGENT, null));
        assertEquals(Reason.NAME_WRONG, refused("x".repeat(101), null, Role.AGENT, null));
        assertEquals(Reason.ROLE_MISSING, refused("Ann", null, null, null));
        assertEquals(Reason.LANGUAGE_UNKNOWN, refused("Ann", null, Role.AGENT, "es\"><script>"));
    }

    private static Reason refused(String name, String email, Role role, String language) {
        return assertThrows(AccountRefused.class, () -> new AccountText(name, email, role, language, true)).reason();
    }
}
