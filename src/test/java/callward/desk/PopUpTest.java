package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import callward.flow.Verb.Target;
import callward.house.Covers;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopUpTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Facts JOHN = new Facts(Map.of("caller.number", "+15550001111", "customer.id", "7", "customer.name", "John Doe",
            "customer.url", "/customers/customer?id=7"));
    private static final Facts HIS_TICKET = JOHN.with(new Facts(Map.of("ticket.id", "3", "ticket.number", "1234", "ticket.title", "Broken widget",
            "ticket.url", "/tickets/ticket?number=1234")));
    private static final List<Target> TOM = List.of(new Target("tom", "Tom, desk", PhoneNumber.in("+15550002222").orElseThrow(), "Tom", 20));

    @Test
    @Covers("S0.03")
    void a_caller_who_named_his_ticket_leads_to_the_ticket() {
        assertEquals("/tickets/ticket?number=1234", popUp(HIS_TICKET).link());
    }

    @Test
    @Covers("S0.03")
    void a_known_caller_without_a_ticket_leads_to_the_customer() {
        assertEquals("/customers/customer?id=7", popUp(JOHN).link());
    }

    @Test
    void somebody_unknown_leads_to_his_call() {
        PopUp popUp = popUp(Facts.of("caller.number", "+15550009999"));
        assertEquals("/calls/call?id=CA1", popUp.link());
        assertNull(popUp.customer());
        assertNull(popUp.ticket());
    }

    @Test
    void a_number_that_was_typed_and_not_found_is_no_ticket() {
        PopUp popUp = popUp(JOHN.with("ticket.number", "9999"));
        assertNull(popUp.ticket());
        assertEquals("/customers/customer?id=7", popUp.link());
    }

    @Test
    @Covers("S0.07")
    void another_helpdesks_own_page_is_opened() {
        assertEquals("https://help.example.com/t/1234?a=b", popUp(HIS_TICKET.with("ticket.url", "https://help.example.com/t/1234?a=b")).link());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "JavaScript:alert(1)", "vbscript:x", " javascript:x", ""})
    void a_link_that_is_no_page_is_left_out(String url) {
        PopUp popUp = popUp(JOHN.with("customer.url", url));
        assertEquals("/calls/call?id=CA1", popUp.link());
        assertNull(popUp.customer().url());
    }

    @Test
    @Covers("S0.17")
    void what_is_known_of_him_makes_its_kind() {
        assertEquals(PopUpKind.TICKET, popUp(HIS_TICKET).kind());
        assertEquals(PopUpKind.CUSTOMER, popUp(JOHN).kind());
        assertEquals(PopUpKind.UNKNOWN, popUp(Facts.of("caller.number", "+15550009999")).kind());
        assertEquals(PopUpKind.WITHHELD, popUp(Facts.NONE).kind());
        assertEquals(PopUpKind.TICKET, popUp(Facts.of("ticket.id", "3").with("ticket.number", "1234")).kind());
    }

    @Test
    void it_says_which_telephones_will_ring() {
        assertEquals(List.of("Tom, desk"), popUp(JOHN).ringing());
    }

    @Test
    void it_says_who_has_sent_the_caller_on_and_why_he_comes_back() {
        assertNull(popUp(JOHN).sent());
        Facts sent = JOHN.with("transfer.by", "Tom").with("transfer.to", "Ann").with("transfer.note", "Be kind.");
        assertEquals(new PopUp.Sent("Tom", "Be kind.", null, null), popUp(sent).sent());
        assertEquals(new PopUp.Sent("Tom", "Be kind.", null, true), popUp(sent.with("transfer.asks", "true")).sent());
        assertEquals(new PopUp.Sent("Tom", "Be kind.", "Ann", null), popUp(sent.with("transfer.back", "Ann")).sent());
    }

    private static PopUp popUp(Facts facts) {
        return PopUp.of("CA1", facts, "Support", TOM, NOON);
    }
}
