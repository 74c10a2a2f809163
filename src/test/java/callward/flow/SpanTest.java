package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "09:00-17:00               | 09:00-17:00",
            "9-17                      | 09:00-17:00",
            "9.30 – 12, 14:00—18:15    | 09:30-12:00, 14:00-18:15",
            "14-18; 9-12               | 09:00-12:00, 14:00-18:00",
            "22:00-06:00               | 22:00-06:00",
            "18-24                     | 18:00-00:00",
            "0-24                      | 00:00-00:00",
            "00:00-00:00               | 00:00-00:00"})
    void hours_are_read_as_people_write_them(String text, String read) {
        assertEquals(read, Span.text(Span.list(text)));
        assertEquals(Span.list(text), Span.list(read));
    }

    @Test
    void hours_may_go_on_after_midnight() {
        assertEquals(List.of(new Span(22 * 60, 30 * 60)), Span.list("22:00-06:00"));
        assertEquals(List.of(new Span(0, 24 * 60)), Span.list("00:00-24:00"));
        assertEquals(List.of(), Span.list("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9", "9-25", "9:60-10", "24:30-3", "9-12-15", "09:00-12:00, 11:59-13:00", "22-6, 23-24", "-1-5", "9-17 10-11",
            "0-1,2-3,4-5,6-7,8-9,10-11,12-13,14-15,16-17"})
    void nonsense_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Span.list(text));
    }
}
