package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("S0.06")
class SpokenDigitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234          | en-US | 1 2 3 4",
        "0             | en-US | 0",
        "1234          | es-ES | 1 2 3 4",
        "AB-12         | en-US | A B, 1 2",
        "-12-          | en-US | 1 2",
        "+15551234567  | en-US | plus 1, 5 5 5, 1 2 3, 4 5 6 7",
        "+34911234567  | es-ES | más 3 4 9, 1 1 2, 3 4 5, 6 7",
        "+4930123456   | de-DE | 4 9 3, 0 1 2, 3 4 5 6",
        "+49 30 123456 | de-DE | 4 9 3, 0 1 2, 3 4 5 6",
    })
    void numbers_are_read_out_digit_by_digit(String value, String language, String heard) {
        assertEquals(heard, SpokenDigits.of(value, new Tongue(language, null)));
    }
}
