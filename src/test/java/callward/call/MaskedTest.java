package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("B04")
class MaskedTest {

    @ParameterizedTest
    @CsvSource({"+15550101234,+15•••••••34", "From %2B15550101234&To=1,From %2B15•••••••34&To=1", "+1 555-010-1234,+15•••••••34", "+49 (0) 30 1234567,+49••••••••67",
        "<Number>+15550100201</Number>,<Number>+15•••••••01</Number>", "00493012345678,••••••••••••78"})
    void a_telephone_number_cannot_be_read(String plain, String masked) {
        assertEquals(masked, Masked.text(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA12345678901234567890123456789012", "2026-11-24T14:04:41.921935270Z", "Ticket 1234", "Tue, 24 Nov 2026 13:43:24 +0000", "/twilio/entered/2", "12.34"})
    void what_is_no_number_stays(String text) {
        assertEquals(text, Masked.text(text));
    }

    @Test
    void every_text_of_a_record_is_masked_and_nothing_else() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertEquals("{\"a\":[\"+15•••••••34\",7],\"b\":{\"c\":\"x\",\"d\":null}}",
                Masked.tree(json.readTree("{\"a\":[\"+15550101234\",7],\"b\":{\"c\":\"x\",\"d\":null}}")).toString());
    }
}
