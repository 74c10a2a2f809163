package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.house.Covers;
import callward.wording.Tongue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreetTest {

    @Test
    @Covers({"S0.04", "S0.05"})
    void words_and_sounds_are_heard_in_order() {
        Conversation call = Conversation.with(Scripts.of(
                new Greet("hi", List.of(new Utterance.Words("Hello."), new Utterance.Sound("jingle"), new Utterance.Words("Bye.")), "end"),
                end("end"))).calls("+12125550123").hears("Hello. [jingle] Bye. This is end.");
        Verb.Play jingle = assertInstanceOf(Verb.Play.class, call.reply().get(1));
        assertEquals("jingle", jingle.greeting());
        assertEquals(Optional.of("+12125550123"), jingle.facts().get("caller.number"));
    }

    @Test
    void without_a_next_step_the_call_ends_politely() {
        Conversation.with(Scripts.of(new Greet("hi", says("Hello."), null))).calls("anonymous")
                .hears("Hello. Thank you for calling. Goodbye.").isHungUpOn().endsAs(Outcome.MISSED);
    }

    @Test
    void in_spanish_the_end_is_spanish() {
        Conversation.with(Scripts.inSpanish(new Greet("hi", says("Hola."), null))).calls("anonymous").hears("Hola. Gracias", "Adiós.");
    }

    @Test
    void where_we_lack_the_language_the_end_is_english_in_an_english_voice() {
        Tongue german = new Tongue("de-DE", "Polly.Vicki");
        Conversation call = Conversation.with(new Steps("hi", List.of(new Greet("hi", says("Hallo."), null)), german)).calls("anonymous");
        assertEquals(List.of(new Verb.Say("Hallo.", german), new Verb.Say("Thank you for calling. Goodbye.", Tongue.ENGLISH),
                new Verb.HangUp()), call.reply());
    }

    @Test
    void a_long_text_is_spoken_in_pieces_the_carrier_takes() {
        Conversation call = Conversation.with(Scripts.of(new Greet("hi", says("One sentence more. ".repeat(500)), null))).calls("anonymous");
        List<Verb.Say> said = call.reply().stream().filter(Verb.Say.class::isInstance).map(Verb.Say.class::cast).toList();
        assertEquals(4, said.size());
        assertTrue(said.stream().allMatch(say -> say.text().length() <= 4096 && say.text().endsWith(".")));
    }

    @Test
    void nobody_has_to_hear_more_than_a_reply_can_hold() {
        Conversation call = Conversation.with(Scripts.of(new Greet("hi", says("One sentence more. ".repeat(5000)), null))).calls("anonymous");
        assertTrue(call.heard().length() < 17_000);
        call.isHungUpOn();
    }
}
