package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void nobody_can_begin_a_line_of_his_own() {
        assertEquals("tom__outcome_SIGNED_IN_INFO", LogText.of("tom\r\noutcome=SIGNED_IN INFO"));
        assertEquals("a_b_c_d", LogText.of("a\u2028b\u0085c\u001bd"));
    }

    @Test
    void ordinary_words_stay_as_they_are() {
        assertEquals("Jürgen+49*#", LogText.of("Jürgen+49*#"));
        assertEquals("-", LogText.of(null));
    }

    @Test
    void it_stays_short() {
        assertEquals(201, LogText.of("x".repeat(100_000)).length());
    }

    @Test
    void ten_thousand_hostile_strings_give_one_harmless_line_each() {
        Random random = new Random(20261101);
        for (int n = 0; n < 10_000; n++) {
            StringBuilder hostile = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x3000).forEach(c -> hostile.append((char) c));
            String clean = LogText.of(hostile);
            assertTrue(clean.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c) || c == '='), clean);
        }
    }
}
