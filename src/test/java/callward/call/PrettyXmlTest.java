package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PrettyXmlTest {

    @Test
    void an_answer_is_indented_for_people() {
        assertEquals("<Response>\n  <Say>Hello</Say>\n  <Hangup/>\n</Response>",
                PrettyXml.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>Hello</Say><Hangup/></Response>").replace("\r", ""));
    }

    @Test
    void what_is_not_xml_stays_as_it_is() {
        assertNull(PrettyXml.of(null));
        assertEquals("ok", PrettyXml.of("ok"));
        assertEquals("<Response><Say>", PrettyXml.of("<Response><Say>"));
    }

    @Test
    void nothing_is_fetched_from_elsewhere() {
        String reaching = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>";
        assertEquals(reaching, PrettyXml.of(reaching));
    }
}
