package callward.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.access.AccountRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({"tom, short, PASSWORD_TOO_SHORT", "tom, 123456789, PASSWORD_TOO_SHORT", "tom, password123, PASSWORD_TOO_COMMON",
        "tom, PassWord123, PASSWORD_TOO_COMMON", "tom, aaaaaaaaaaaa, PASSWORD_TOO_COMMON", "tom, 1212121212121, PASSWORD_TOO_COMMON",
        "tom, tom123456789, PASSWORD_IS_A_NAME", "tom, TomTomTomTom, PASSWORD_IS_A_NAME", "ann.smith, ann.smith12, PASSWORD_IS_A_NAME"})
    void what_everybody_tries_first_will_not_do(String username, String password, Reason why) {
        assertEquals(why, assertThrows(AccountRefused.class, () -> PasswordRules.check(username, password)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a small green door", "tomatoes are red", "ñandú viejo 7", "kX3#kX3#kX3#"})
    void a_short_sentence_does_without_digits_or_signs(String password) {
        assertDoesNotThrow(() -> PasswordRules.check("tom", password));
    }

    @Test
    void nobody_makes_us_hash_a_book() {
        assertEquals(Reason.PASSWORD_TOO_LONG, assertThrows(AccountRefused.class, () -> PasswordRules.check("tom", "abcde".repeat(41))).reason());
    }
}
