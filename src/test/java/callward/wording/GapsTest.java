package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final String SIGNS = "ab  \t\n\u000b,,.;:!?\u00a0";

    @Test
    void gaps_are_closed() {
        assertEquals("Hello, how are you?", Gaps.closed(", Hello ,, how  are you ?"));
        assertEquals("", Gaps.closed(" , . ; "));
        assertEquals("a b c", Gaps.single("a \n\t b c"));
    }

    /** The rule as expressions say it, which are slower by far. */
    @Test
    void whatever_the_text_the_expressions_say_the_same() {
        Random chance = new Random(20_261_124);
        for (int n = 0; n < 100_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(12); length > 0; length--) {
                text.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
            }
            assertEquals(text.toString().replaceAll("\\s+", " "), Gaps.single(text.toString()));
            assertEquals(slowly(text.toString()), Gaps.closed(text.toString()), () -> "of " + text.toString().replace('\t', '→').replace('\n', '↵'));
        }
    }

    private static String slowly(String text) {
        return text.replaceAll("[ \\t]{2,}", " ").replaceAll("[ \\t]+(?=[,.;:!?])", "").replaceAll("[,;:]+(?=[,.;:!?])", "")
                .replaceAll("^[\\s,.;:]+", "").strip();
    }
}
