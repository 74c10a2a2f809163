package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.phone.BrowserPhone;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the carrier may take with a turn. */
@Covers("B14")
class AllowanceTest {

    private static final Duration SOUND = Duration.ofSeconds(120);
    private static final Verb.Say HELLO = new Verb.Say("x".repeat(80), Tongue.ENGLISH);

    @Test
    void a_ringing_telephone_has_its_time_the_carriers_five_seconds_and_a_slow_webhook() {
        Verb.Target tom = new Verb.Target("tom", "Tom", new BrowserPhone("tom"), null, 20);
        assertEquals(20 + 5 + 15, seconds(new Verb.Dial(List.of(tom), 20, null)));
        assertEquals(20 + 5 + 15 + 20 + 7 + 15, seconds(new Verb.Dial(List.of(tom), 20, null, new Accept(null, "*", 7))), "any key: asked once");
        assertEquals(20 + 5 + 15 + 3 * (20 + 7) + 15, seconds(new Verb.Dial(List.of(tom), 20, null, new Accept("1", "*", 7))), "wrong keys are asked again");
    }

    @Test
    void a_message_may_be_as_long_as_it_may_be() {
        assertEquals(11 + 60 + 5 + 2 + 15, seconds(HELLO, new Verb.Record(60, 5, "#", false)));
    }

    @Test
    void who_is_asked_hears_all_of_it_and_has_time_for_every_key() {
        assertEquals(11 + 5 + 15, seconds(gather(false, 1, 5, HELLO)));
        assertEquals(11 + 5 + 3 * 5 + 15, seconds(gather(false, 4, 5, HELLO)));
        assertEquals(11 + 5 + 60 + 15, seconds(gather(false, 50, 5, HELLO)), "nobody needs longer than a minute for keys");
        assertEquals(11 + 5 + 60 + 15, seconds(gather(false, 0, 5, HELLO)), "any number of keys");
        assertEquals(11 + 60 + 60 + 15, seconds(gather(false, 0, 60, HELLO)));
        assertEquals(11 + 5 + 60 + 15, seconds(gather(true, 1, 5, HELLO)), "the carrier listens to a minute of speech");
    }

    @Test
    void sounds_pauses_and_ends_count_too() {
        assertEquals(120 + 15, seconds(new Verb.Play("jingle", Facts.NONE, Tongue.ENGLISH)));
        assertEquals(3 + 15, seconds(new Verb.Pause(3), new Verb.HangUp()));
        assertEquals(15, seconds(new Verb.Refuse(true)));
        assertEquals(15, seconds(new Verb.Redirect(URI.create("https://other.example/flow"))));
        assertEquals(15, seconds());
    }

    @Test
    void the_slowest_voice_reads_the_longest_reply_in_time() {
        assertTrue(seconds(new Verb.Say("x".repeat(4096), Tongue.ENGLISH)) >= 4096 / 10, "ten characters a second is slow reading");
    }

    private static Verb.Gather gather(boolean speech, int digits, int seconds, Verb.Prompt prompt) {
        return new Verb.Gather(List.of(prompt), speech, digits, "#", seconds, List.of(), Tongue.ENGLISH);
    }

    private static long seconds(Verb... verbs) {
        return Allowance.of(List.of(verbs), SOUND).toSeconds();
    }
}
