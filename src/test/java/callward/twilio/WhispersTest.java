package callward.twilio;

import static callward.twilio.Fixtures.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Accept;
import callward.flow.Verb;
import callward.flow.Whisper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhispersTest {

    private static final URI KEYED = URI.create("https://desk.example.com/twilio/leg/tom/keyed/4/1");
    private static final List<Verb.Prompt> WORDS = List.of(new Verb.Say("Call for <Sales>.", ENGLISH), new Verb.Pause(3));

    @Test
    void one_key_counts_while_the_question_is_heard_and_silence_hangs_up() {
        String asks = Fixtures.whispers().write(new Whisper.Ask(WORDS, new Accept("1", "*", 7)), KEYED);
        assertTrue(asks.contains("<Say language=\"en-US\">Call for &lt;Sales&gt;.</Say></Gather><Hangup/></Response>"), asks);
        assertTrue(asks.contains("numDigits=\"1\"") && asks.contains("timeout=\"7\"") && asks.contains("finishOnKey=\"\"") && asks.contains("input=\"dtmf\""), asks);
        assertTrue(asks.contains("action=\"" + KEYED + "\""), asks);
        assertFalse(asks.contains("actionOnEmptyResult"), asks);
    }

    @Test
    void nothing_stands_in_it_that_twilio_refuses_there() {
        String asks = Fixtures.whispers().write(new Whisper.Ask(WORDS, Accept.ANY_KEY), KEYED);
        assertFalse(asks.contains("Pause"), asks);
    }

    @Test
    void a_farewell_hangs_up() {
        assertTrue(Fixtures.whispers().write(new Whisper.Farewell(WORDS), KEYED).endsWith("</Say><Hangup/></Response>"));
        assertTrue(Fixtures.whispers().write(new Whisper.Farewell(List.of()), KEYED).endsWith("<Response><Hangup/></Response>"));
    }

    @Test
    void who_takes_the_call_is_put_through_without_a_word() {
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", Fixtures.whispers().write(new Whisper.Connect(), KEYED));
    }
}
