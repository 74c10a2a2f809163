package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void every_value_of_a_name_is_kept() {
        assertEquals(Map.of("Digits", List.of("1", "2", "")), FormFields.decode("Digits=1&Digits=2&Digits="));
    }

    @Test
    void letters_of_all_the_world_are_utf_8() {
        assertEquals(Map.of("From City", List.of("Zürich 😀+")), FormFields.decode("From+City=Z%C3%BCrich%20%F0%9F%98%80%2b"));
    }

    @Test
    void a_broken_escape_is_taken_as_it_stands() {
        assertEquals(Map.of("a", List.of("100%"), "b", List.of("%zz"), "c", List.of("%4"), "%", List.of("")),
                FormFields.decode("a=100%&b=%zz&c=%4&%&&"));
    }

    @Test
    void nothing_is_no_field() {
        assertEquals(Map.of(), FormFields.decode(null));
        assertEquals(Map.of(), FormFields.decode(""));
    }
}
