package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import callward.flow.Accept.Word;
import callward.flow.Offer.Kind;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Facts JOHN = Facts.of("line.name", "Support").with("caller.number", "+15553334444").with("customer.name", "John Doe")
            .with("ticket.number", "1234");

    @Test
    void who_picks_up_hears_the_line_the_customer_the_ticket_and_what_to_press() {
        assertEquals("Call for Support. From John Doe. About ticket 1 2 3 4. Press any key to take the call. Press star to decline.",
                heard(offer(JOHN, Accept.ANY_KEY).question()));
    }

    @Test
    void a_caller_whom_nobody_knows_is_told_by_his_number_and_one_who_hides_it_not_at_all() {
        assertEquals("Call for Support. From plus 1, 5 5 5, 3 3 3, 4 4 4 4. Press any key to take the call. Press star to decline.",
                heard(offer(JOHN.without("customer.").without("ticket."), null).question()));
        assertEquals("Call for Support. Press any key to take the call. Press star to decline.",
                heard(offer(Facts.of("line.name", "Support"), Accept.ANY_KEY).question()));
    }

    @Test
    void a_certain_key_is_named_and_so_is_the_one_that_declines() {
        assertEquals("Call for Support. Press 1 to take the call. Press hash to decline.", heard(offer(Facts.of("line.name", "Support"), new Accept("1", "#", 5)).question()));
        assertEquals("That was another key. Press 1 to take the call.", heard(offer(JOHN, new Accept("1", null, 5)).again()));
    }

    @Test
    void a_callback_says_whom_it_leads_to() {
        assertEquals("Callback for Support. To John Doe. About ticket 1 2 3 4. Press any key to take the call. Press star to decline.",
                heard(new Offer(Kind.CALLBACK, JOHN, Accept.ANY_KEY, Tongue.ENGLISH).question()));
    }

    @Test
    void a_caller_who_was_sent_on_is_called_so_but_not_one_who_comes_back() {
        Facts sent = JOHN.without("ticket.").with("transfer.by", "Tom");
        assertEquals("Call for Support. From John Doe. Transferred by Tom. Press any key to take the call. Press star to decline.", heard(offer(sent, Accept.ANY_KEY).question()));
        assertEquals("Call for Support. From John Doe. Press any key to take the call. Press star to decline.",
                heard(offer(sent.with("transfer.back", "Ann"), Accept.ANY_KEY).question()));
    }

    @Test
    void whoever_is_asked_about_a_caller_hears_who_asks() {
        assertEquals("Tom asks you about a call for Support. From John Doe. About ticket 1 2 3 4. Press any key to talk about it. Press star to decline.",
                heard(new Offer(Kind.ADVICE, JOHN.with("transfer.by", "Tom"), Accept.ANY_KEY, Tongue.ENGLISH).question()));
        assertEquals("Tom le consulta por una llamada para Support. De John Doe. Sobre el tique 1 2 3 4. Pulse cualquier tecla para hablar de ella. Pulse asterisco para rechazarla.",
                heard(new Offer(Kind.ADVICE, JOHN.with("transfer.by", "Tom"), Accept.ANY_KEY, Scripts.SPANISH).question()));
    }

    @Test
    void it_is_said_in_the_scripts_tongue_or_in_english() {
        Whisper spanish = new Offer(Kind.CALL, Facts.of("line.name", "Soporte"), Accept.ANY_KEY, Scripts.SPANISH).question();
        assertEquals("Llamada para Soporte. Pulse cualquier tecla para aceptar la llamada. Pulse asterisco para rechazarla.", heard(spanish));
        assertEquals("es-ES", prompts(spanish).getFirst() instanceof Verb.Say say ? say.tongue().language() : "");
        assertEquals("Somebody else has taken the call. Goodbye.", heard(new Offer(Kind.CALL, JOHN, null, new Tongue("fi-FI", null)).taken()));
    }

    @Test
    void any_key_takes_the_call_but_the_one_that_declines() {
        assertEquals(List.of(Word.TAKES, Word.TAKES, Word.DECLINES, Word.SILENT, Word.SILENT), said(Accept.ANY_KEY, "1", "#", "*", "", null));
        assertEquals(List.of(Word.TAKES, Word.WRONG, Word.DECLINES, Word.SILENT), said(new Accept("1", "9", 5), "1", "2", "9", ""));
        assertEquals(List.of(Word.TAKES, Word.WRONG), said(new Accept("*", null, 5), "*", "1"));
    }

    private static List<Word> said(Accept accept, String... keys) {
        return java.util.Arrays.stream(keys).map(accept::said).toList();
    }

    private static Offer offer(Facts facts, Accept accept) {
        return new Offer(Kind.CALL, facts, accept, Tongue.ENGLISH);
    }

    private static List<Verb.Prompt> prompts(Whisper whisper) {
        return whisper instanceof Whisper.Ask ask ? ask.prompts() : assertInstanceOf(Whisper.Farewell.class, whisper).prompts();
    }

    private static String heard(Whisper whisper) {
        return prompts(whisper).stream().map(prompt -> ((Verb.Say) prompt).text()).collect(Collectors.joining(" / "));
    }
}
