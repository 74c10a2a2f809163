package callward.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({"+15551234567,+15551234567", "+1 (555) 123-4567,+15551234567", "0049 30 123456,+4930123456", "+49/30.123456,+4930123456"})
    void a_number_is_read_however_it_is_written(String text, String e164) {
        assertEquals(e164, PhoneNumber.of(text).e164());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"5551234567", "+0123456789", "+123456", "+1234567890123456", "+1555CALLNOW", "sip:tom@example.com", "12345"})
    void what_is_no_number_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.of(text));
        assertEquals(Optional.empty(), PhoneNumber.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "unknown", "client:tom", "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"})
    void a_hidden_caller_has_no_number(String from) {
        assertEquals(Optional.empty(), PhoneNumber.in(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Anonymous", "unknown", "RESTRICTED", "", " ", "+266696687", "+86282452253"})
    void a_withheld_number_is_recognised_by_whatever_carriers_send_for_it(String from) {
        assertTrue(PhoneNumber.isWithheld(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15550101234", "client:tom", "sip:anonymous@pbx.example", "12345"})
    void whoever_shows_who_he_is_withholds_nothing(String from) {
        assertFalse(PhoneNumber.isWithheld(from));
    }

    @Test
    void a_number_is_read_as_people_of_a_country_write_it() {
        assertEquals("+12125550123", PhoneNumber.of("(212) 555-0123", "US").e164());
        assertEquals("+4930123456", PhoneNumber.of("030 123456", "DE").e164());
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.of("hello", "US"));
    }

    @Test
    void people_see_it_in_groups() {
        assertEquals("+1 212-555-0123", PhoneNumber.of("+12125550123").shown());
    }

    @ParameterizedTest
    @CsvSource({"+12125550123,true", "+15553334444,true", "+4915123456789,true", "+493012345678,false", "+18005550123,false"})
    void a_fixed_line_takes_no_texts(String number, boolean can) {
        assertEquals(can, PhoneNumber.of(number).canTakeTexts());
    }

    @Test
    void numbers_have_an_order() {
        assertTrue(PhoneNumber.of("+15551234567").compareTo(PhoneNumber.of("+4930123456")) < 0);
    }
}
