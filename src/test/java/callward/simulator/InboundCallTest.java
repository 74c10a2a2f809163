package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundCallTest extends InTown {

    @Test
    @Covers("S0.21")
    void a_caller_hears_what_the_document_says() {
        annHears("<Say voice=\"woman\" language=\"en\">Welcome to  Widgets.</Say>").hears("welcome to widgets").endsAs("completed");
    }

    @Test
    void the_voice_url_is_asked_with_all_that_the_carrier_tells() {
        annHears("<Hangup/>").endsAs("completed");
        var asked = app.wasAsked("/voice");
        assertTrue(asked.signed());
        assertEquals("POST", asked.method());
        assertEquals(ANN, asked.get("From"));
        assertEquals(ANN, asked.get("Caller"));
        assertEquals(NUMBER, asked.get("To"));
        assertEquals(NUMBER, asked.get("Called"));
        assertEquals("ringing", asked.get("CallStatus"));
        assertEquals("inbound", asked.get("Direction"));
        assertEquals("2010-04-01", asked.get("ApiVersion"));
        assertEquals(town.accountSid(), asked.get("AccountSid"));
        assertTrue(asked.get("CallSid").matches("CA[0-9a-f]{32}"));
        assertEquals("US", asked.get("FromCountry"));
        assertEquals("", asked.get("ToCity"));
        assertNull(asked.get("ForwardedFrom"));
        assertEquals("TwilioProxy/1.1", asked.header("User-agent"));
        assertTrue(asked.header("Content-type").startsWith("application/x-www-form-urlencoded"));
    }

    @Test
    @Covers("S0.20")
    void a_voice_url_may_be_asked_by_get() {
        town.number(NUMBER, Map.of("VoiceUrl", app.url("/voice?line=1"), "VoiceMethod", "GET"));
        annHears("<Say>Hello</Say>").hears("hello").endsAs("completed");
        var asked = app.wasAsked("/voice");
        assertEquals("GET", asked.method());
        assertTrue(asked.signed());
        assertEquals("1", asked.get("line"));
        assertEquals(ANN, asked.get("From"));
    }

    @Test
    void a_forwarded_call_says_from_where() {
        app.on("/voice", "<Hangup/>");
        town.calls(Town.from(ANN), Town.to(NUMBER), "+15553330000").endsAs("completed");
        assertEquals("+15553330000", app.wasAsked("/voice").get("ForwardedFrom"));
    }

    @Test
    void an_anonymous_caller_is_passed_on_as_he_came() {
        app.on("/voice", "<Hangup/>");
        town.calls(Town.from("anonymous"), Town.to(NUMBER)).endsAs("completed");
        assertEquals("anonymous", app.wasAsked("/voice").get("From"));
    }

    @Test
    void reject_refuses_without_answering() {
        annHears("<Reject reason=\"busy\"/>").endsAs("busy");
    }

    @Test
    void a_plain_reject_sounds_like_a_dead_number() {
        annHears("<Reject/>").endsAs("no-answer");
    }

    @Test
    void a_pause_that_comes_first_delays_the_answer() {
        var ann = annHears("<Pause length=\"4\"/><Say>Hello</Say>");
        town.settle();
        assertEquals("ringing", ann.status());
        town.passes(Duration.ofSeconds(4));
        ann.hears("hello").endsAs("completed");
    }

    @Test
    void a_redirect_goes_on_with_another_document() {
        app.on("/next", "<Say>Here</Say>");
        annHears("<Redirect method=\"GET\">next?a=1</Redirect><Say>Never</Say>").hears("here").endsAs("completed").neverHeard("never");
        assertEquals("GET", app.wasAsked("/next").method());
        assertEquals("1", app.wasAsked("/next").get("a"));
    }

    @Test
    void plain_text_is_read_out() {
        app.on("/voice", CustomerApp.Reply.of(200, "text/plain", "Just words"));
        annCalls().hears("just words").endsAs("completed");
    }

    @Test
    void a_sound_instead_of_a_document_is_played() {
        app.on("/voice", new CustomerApp.Reply(200, "audio/wav", WaveFile.bytes(Sound.hummed("hello")), Map.of()));
        annCalls().hearsSound("/voice").endsAs("completed");
    }

    @Test
    void a_sound_file_is_fetched_without_a_word_about_the_call() {
        app.on("/hello.wav", new CustomerApp.Reply(200, "audio/x-wav", WaveFile.bytes(Sound.hummed("hello")), Map.of()));
        annHears("<Play loop=\"2\">/hello.wav</Play>").hearsSound("/hello.wav").hearsSound("/hello.wav").endsAs("completed");
        var asked = app.wasAsked("/hello.wav");
        assertEquals("GET", asked.method());
        assertNull(asked.get("CallSid"));
    }

    @Test
    void something_that_is_no_sound_cannot_be_played() {
        app.on("/hello.wav", CustomerApp.Reply.of(200, "text/html", "no sound"));
        annHears("<Play>/hello.wav</Play><Say>After</Say>").hears("after").endsAs("completed");
        town.alerts(13420);
    }

    @Test
    void a_204_hangs_up() {
        app.on("/voice", CustomerApp.Reply.of(204, null, ""));
        annCalls().endsAs("completed");
    }

    @Test
    void a_number_that_leads_nowhere_fails() {
        town.number(NUMBER, "");
        annCalls().endsAs("failed");
    }

    @Test
    void the_numbers_status_callback_tells_the_end() {
        town.number(NUMBER, Map.of("StatusCallback", app.url("/status")));
        app.on("/status", CustomerApp.Reply.of(204, null, ""));
        var ann = annHears("<Pause length=\"1\"/><Say>One</Say><Pause length=\"61\"/>");
        town.passes(Duration.ofSeconds(62));
        ann.endsAs("completed");
        var status = app.wasAsked("/status");
        assertTrue(status.signed());
        assertEquals("completed", status.get("CallStatus"));
        assertEquals("61", status.get("CallDuration"));
        assertEquals("2", status.get("Duration"));
        assertEquals("call-progress-events", status.get("CallbackSource"));
        assertEquals("0", status.get("SequenceNumber"));
        assertEquals("Sat, 21 Nov 2026 09:01:02 +0000", status.get("Timestamp"));
    }

    @Test
    void a_caller_may_hang_up_at_any_time() {
        annHears("<Say>Hello</Say><Pause length=\"60\"/><Say>Never</Say>").hears("hello").hangsUp().endsAs("completed").neverHeard("never");
    }

    @Test
    void an_endless_text_goes_on_until_the_caller_has_enough() {
        var ann = annHears("<Say loop=\"0\">Hold on</Say>").hears("hold on");
        town.passes(Duration.ofSeconds(3));
        ann.hears("hold on").hears("hold on").hangsUp().endsAs("completed");
    }

    @Test
    void marked_up_speech_is_heard_as_words() {
        annHears("<Say>Ticket <say-as interpret-as=\"digits\">1234</say-as><break time=\"1s\"/> of <sub alias=\"Incorporated\">Inc.</sub></Say>")
                .hears("ticket 1 2 3 4 of incorporated").endsAs("completed");
    }

    @Test
    void a_text_from_a_document_is_a_message() {
        annHears("<Sms>Thanks for calling</Sms>").endsAs("completed");
        town.phone(ANN).reads("Thanks for calling");
    }
}
