package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.house.Covers;
import callward.wording.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskTest {

    private static Ask ask(String name, Ask.Check check) {
        return new Ask("ask", name, says("Your number?"), 3, 5, "#", check, 6, 2, List.of(), "heard", "person");
    }

    private static Conversation call(String name, Ask.Check check) {
        return Conversation.with(Scripts.of(ask(name, check),
                new HangUp("heard", says("You said {{" + name + "}}, {{customer.name}}.")), end("person")))
                .knowsTicket("1234", "Widget", "John Doe").knowsCustomer("+15553334444", "Johnny").calls("+15553334444");
    }

    @Test
    @Covers("S0.06")
    void digits_are_kept_and_may_be_spoken_later() {
        call("order.code", Ask.Check.NONE).presses("0471").hears("You said 0 4 7 1, Johnny.").knows("order.code", "0471");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "123456", "12*4", "*", ""})
    @Covers("S0.12")
    void what_has_the_wrong_length_or_is_no_number_is_asked_again(String digits) {
        call("order.code", Ask.Check.NONE).presses(digits).hears("Sorry, I did not get that. Your number?").isAsked()
                .presses(digits).hears("This is person.").knows("order.code", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345"})
    void the_shortest_and_the_longest_count(String digits) {
        call("order.code", Ask.Check.NONE).presses(digits).knows("order.code", digits);
    }

    @Test
    void it_awaits_digits_up_to_the_finish_key() {
        Verb.Gather gather = call("order.code", Ask.Check.NONE).last(Verb.Gather.class);
        assertEquals(5, gather.maxDigits());
        assertEquals("#", gather.finishKey());
        assertEquals(6, gather.seconds());
    }

    @Test
    void a_known_ticket_brings_its_customer() {
        call("ticket.number", Ask.Check.TICKET).knows("customer.id", "7").presses("1234")
                .hears("You said 1 2 3 4, John Doe.").knows("ticket.title", "Widget");
    }

    @Test
    void the_customer_of_a_ticket_never_mixes_with_the_one_who_calls() {
        call("ticket.number", Ask.Check.TICKET).presses("1234").knows("customer.name", "John Doe").knows("customer.id", null);
    }

    @Test
    void a_ticket_without_a_customer_leaves_the_one_who_calls() {
        Steps steps = Scripts.of(ask("ticket.number", Ask.Check.TICKET), end("heard"), end("person"));
        Progress asked = new Progress("ask", Facts.of("customer.name", "Johnny"), 0, null, null, null, false, null, 1, 0, null,
                new Question.TicketNumbered("1234"), null);
        Facts facts = CallFlow.next(steps, asked, new CallEvent.Learned(java.time.Instant.EPOCH,
                new Answer.Known(Facts.of("ticket.title", "T").with("caller.number", "+15550000000")))).progress().facts();
        assertEquals(Facts.of("customer.name", "Johnny").with("ticket.title", "T").with("ticket.number", "1234"), facts);
    }

    @Test
    @Covers("S0.12")
    void an_unknown_ticket_counts_as_a_try() {
        call("ticket.number", Ask.Check.TICKET).presses("999").hears("cannot find ticket 9 9 9. Your number?")
                .presses("998").hears("cannot find ticket 9 9 8.", "This is person.");
    }

    @Test
    @Covers("S0.12")
    void in_spanish_it_is_as_polite() {
        Conversation.with(Scripts.inSpanish(ask("ticket.number", Ask.Check.TICKET), end("person"))).calls("anonymous")
                .isSilent().hears("Perdone, no le he entendido.");
        Conversation.with(Scripts.inSpanish(ask("ticket.number", Ask.Check.TICKET), end("person"))).calls("anonymous")
                .presses("999").hears("Perdone, no encuentro el tique 9 9 9.");
    }

    @Test
    @Covers("S0.12")
    void in_a_language_we_lack_the_author_s_regret_serves() {
        Ask ask = new Ask("ask", "ticket.number", says("Nummer?"), 0, 0, null, Ask.Check.TICKET, 0, 2, says("Leider nein."), null, null);
        Conversation.with(new Steps("ask", List.of(ask), new callward.wording.Tongue("de-DE", null))).calls("anonymous")
                .presses("999").hears("Leider nein. Nummer?");
    }

    @Test
    void a_helpdesk_that_does_not_answer_in_time_is_an_unknown_ticket() {
        Steps steps = Scripts.of(ask("ticket.number", Ask.Check.TICKET), end("person"));
        Progress asked = new Progress("ask", Facts.NONE, 0, List.of(), null, null, false, List.of(), 1, 0, List.of(),
                new Question.TicketNumbered("999"), List.of());
        Turn turn = CallFlow.next(steps, asked, new CallEvent.TimeIsUp(java.time.Instant.EPOCH));
        assertEquals(1, turn.progress().tries());
        assertEquals(new Turn.Next.AwaitCaller(), turn.next());
    }

    @Test
    void when_time_is_up_it_goes_on_to_the_person() {
        call("order.code", Ask.Check.NONE).timeIsUp().hears("This is person.");
    }

    @Test
    void speech_is_no_number() {
        call("order.code", Ask.Check.NONE).speaks("one two three").hears("Sorry").isAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller.number", "line.name", "call.id", "1st", "a b", ""})
    void what_the_carrier_told_us_cannot_be_asked_away(String name) {
        assertThrows(IllegalArgumentException.class, () -> ask(name, Ask.Check.NONE));
    }

    @Test
    void nonsense_is_refused_with_the_field_s_name() {
        assertEquals("maxDigits of step \"a\" must be 5 to 50, not 4", assertThrows(IllegalArgumentException.class,
                () -> new Ask("a", "x", null, 5, 4, null, null, 0, 0, null, null, null)).getMessage());
        assertEquals("finishKey of step \"a\" may have up to 1 of 0-9 * #, not \"##\"", assertThrows(IllegalArgumentException.class,
                () -> new Ask("a", "x", null, 0, 0, "##", null, 0, 0, null, null, null)).getMessage());
    }

    @Test
    void what_is_left_out_is_filled_in() {
        assertEquals(new Ask("a", "x", List.of(), 1, 20, "#", Ask.Check.NONE, 5, 3, List.of(), null, null),
                new Ask("a", "x", null, 0, 0, null, null, 0, 0, null, null, null));
    }
}
