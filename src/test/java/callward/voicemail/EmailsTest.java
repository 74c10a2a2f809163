package callward.voicemail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @Test
    void addresses_are_separated_as_people_do_it() {
        assertEquals(List.of("a@x.example", "b@x.example", "c@x.example"), Emails.in(" a@x.example,b@x.example;\n c@x.example a@x.example "));
        assertEquals(List.of(), Emails.in(" "));
        assertEquals(List.of(), Emails.in(null));
        assertNull(Emails.wrong("a@x.example, b@x.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom", "@x.example", "tom@", "a@@b", "<script>@x", "a@x.example\\r\\nBcc:b"})
    void what_is_no_address_is_named(String wrong) {
        assertEquals(wrong, Emails.wrong("a@x.example, " + wrong));
    }
}
