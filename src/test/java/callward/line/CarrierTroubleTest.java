package callward.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.house.Covers;
import callward.line.CarrierTrouble.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("S4.13")
class CarrierTroubleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20003 | SETUP  | does not accept SID and token
            20005 | SETUP  | suspended or closed
            21404 | SETUP  | one number only
            21402 | SETUP  | Set the public URL
            21631 | SETUP  | an address or papers
            21608 | SETUP  | verified numbers only
            21422 | NUMBER | Somebody else was faster
            21421 | NUMBER | not a number that can be rented
            21451 | NUMBER | no such area code
            21452 | NUMBER | Search near a number
            20429 | LATER  | Try again in a minute
            12345 | SETUP  | The carrier refuses (12345): in its words
            """)
    void each_no_is_somebodys_and_says_what_to_do(int code, Kind kind, String words) {
        CarrierTrouble trouble = CarrierTrouble.of(new CarrierRefused(code, "in its words"));
        assertEquals(kind, trouble.kind());
        assertTrue(trouble.saying().inEnglish().contains(words), trouble.saying().inEnglish());
        assertFalse(trouble.saying().in(Locale.of("es")).equals(trouble.saying().inEnglish()));
        assertEquals("in its words", trouble.message());
    }

    @Test
    void nobody_is_to_blame_for_silence() {
        CarrierTrouble trouble = CarrierTrouble.of(new CarrierUnreachable("the carrier did not answer: timeout", false, null));
        assertEquals(Kind.LATER, trouble.kind());
        assertTrue(trouble.saying().inEnglish().contains("did not answer: timeout"));
        assertEquals(trouble, CarrierTrouble.of(-1, trouble.message()), "as it is kept with a line");
    }
}
