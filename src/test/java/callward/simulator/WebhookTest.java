package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.simulator.CustomerApp.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookTest extends InTown {

    @Test
    void an_error_leads_to_the_fallback_and_says_what_went_wrong() {
        town.number(NUMBER, Map.of("VoiceFallbackUrl", app.url("/fallback")));
        app.on("/voice", Reply.of(500, "text/html", "oops")).on("/fallback", "<Say>Plan B</Say>");
        annCalls().hears("plan b").endsAs("completed");
        town.alerts(11217);
        var fallback = app.wasAsked("/fallback");
        assertEquals("11217", fallback.get("ErrorCode"));
        assertEquals(app.url("/voice"), fallback.get("ErrorUrl"));
        assertEquals(ANN, fallback.get("From"));
        assertTrue(fallback.signed());
    }

    @Test
    void without_a_fallback_the_caller_hears_an_apology() {
        app.on("/voice", Reply.of(404, "text/html", "?"));
        annCalls().hears("application error").endsAs("completed");
        town.alerts(11217);
    }

    @Test
    void a_fallback_that_fails_ends_in_the_apology() {
        town.number(NUMBER, Map.of("VoiceFallbackUrl", app.url("/fallback")));
        app.on("/voice", Reply.xml("<Response><Say></Response>")).on("/fallback", Reply.of(503, "text/plain", ""));
        annCalls().hears("application error").endsAs("completed");
        town.alerts(12100).alerts(11217);
    }

    @Test
    void every_later_event_tries_the_primary_first_again() {
        town.number(NUMBER, Map.of("VoiceFallbackUrl", app.url("/fallback")));
        app.on("/voice", Reply.of(500, "text/plain", "")).on("/menu", "<Say>Fine again</Say>")
                .on("/fallback", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Press</Say></Gather>");
        annCalls().hears("press").presses("1").hears("fine again").endsAs("completed");
        town.alerts(11217);
    }

    @Test
    void retries_carry_the_same_token() {
        town.number(NUMBER, app.url("/voice#rc=2&rp=5xx"));
        app.on("/voice", asked -> app.asked("/voice").size() < 3 ? Reply.of(503, "text/plain", "") : Reply.twiml("<Say>Third time lucky</Say>"));
        annCalls().hears("third time lucky").endsAs("completed");
        var tokens = app.asked("/voice").stream().map(a -> a.header("I-twilio-idempotency-token")).distinct().toList();
        assertEquals(1, tokens.size());
        assertTrue(app.asked("/voice").stream().allMatch(CustomerApp.Asked::signed));
        annCalls().hears("third time lucky");
        assertNotEquals(tokens.get(0), app.asked("/voice").getLast().header("I-twilio-idempotency-token"));
    }

    @Test
    void by_itself_an_error_is_not_tried_again() {
        app.on("/voice", Reply.of(503, "text/plain", ""));
        annCalls().endsAs("completed");
        town.alerts(11217);
        assertEquals(1, app.asked("/voice").size());
    }

    @Test
    void a_server_that_is_not_there_is_an_error_of_its_own() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        town.number(NUMBER, "http://127.0.0.1:" + port + "/voice");
        annCalls().hears("application error");
        town.alerts(11205);
    }

    @Test
    void a_slow_server_is_given_up() {
        var ever = new CountDownLatch(1);
        town.number(NUMBER, Map.of("VoiceUrl", app.url("/voice#rt=200&rc=0"), "VoiceFallbackUrl", app.url("/fallback")));
        app.on("/fallback", "<Say>Faster</Say>").on("/voice", asked -> {
            waitFor(ever);
            return Reply.twiml("");
        });
        annCalls().hears("faster").endsAs("completed");
        ever.countDown();
        town.alerts(11205);
        assertEquals("11205", app.wasAsked("/fallback").get("ErrorCode"));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void redirects_are_followed_ten_times() {
        town.number(NUMBER, app.url("/hop/0"));
        for (int i = 0; i < 12; i++) {
            app.on("/hop/" + i, Reply.to(i % 2 == 0 ? 302 : 307, "/hop/" + (i + 1)));
        }
        app.on("/hop/10", "<Say>Arrived</Say>");
        annCalls().hears("arrived").endsAs("completed");
        assertTrue(app.wasAsked("/hop/10").signed());

        app.on("/hop/10", Reply.to(302, "/hop/11")).on("/hop/11", "<Say>Too far</Say>");
        annCalls().hears("application error");
        town.alerts(11215);
    }

    @Test
    void a_307_keeps_the_method() {
        app.on("/voice", Reply.to(307, "/there")).on("/there", "<Say>There</Say>");
        annCalls().hears("there");
        assertEquals("POST", app.wasAsked("/there").method());
    }

    @Test
    void cookies_are_kept_for_one_call() {
        app.on("/voice", Reply.twiml("<Redirect>/next</Redirect>").with("Set-Cookie", "visit=7; Path=/")).on("/next", "<Hangup/>");
        annCalls().endsAs("completed");
        assertEquals("visit=7", app.wasAsked("/next").header("Cookie"));
        annCalls().endsAs("completed");
        assertNull(app.asked("/voice").get(1).header("Cookie"));
    }

    @Test
    void user_and_password_are_given_only_when_asked_for_and_are_not_signed() {
        town.number(NUMBER, app.url("/voice").replace("http://", "http://widgets:secret@"));
        app.on("/voice", asked -> asked.header("Authorization") == null
                ? Reply.of(401, "text/plain", "").with("WWW-Authenticate", "Basic realm=\"calls\"") : Reply.twiml("<Say>Come in</Say>"));
        annCalls().hears("come in");
        assertEquals(2, app.asked("/voice").size());
        assertTrue(app.asked("/voice").stream().allMatch(CustomerApp.Asked::signed));
        assertEquals("Basic d2lkZ2V0czpzZWNyZXQ=", app.asked("/voice").get(1).header("Authorization"));
    }

    @Test
    void a_callback_answered_with_nothing_and_no_type_is_complained_about() {
        town.number(NUMBER, Map.of("StatusCallback", app.url("/status")));
        app.on("/status", Reply.of(200, null, ""));
        annHears("<Hangup/>").endsAs("completed");
        app.wasAsked("/status");
        town.alerts(12300);
    }

    @Test
    void a_document_without_a_type_is_no_document() {
        app.on("/voice", Reply.of(200, null, "<Response/>"));
        annCalls().hears("application error");
        town.alerts(12300);
    }

    @Test
    void an_empty_document_is_not_well_formed() {
        app.on("/voice", Reply.of(200, "text/xml", ""));
        annCalls().hears("application error");
        town.alerts(12100);
    }

    @Test
    void a_host_with_an_underscore_is_not_called() {
        town.number(NUMBER, "http://my_host.example.com/voice");
        annCalls().hears("application error");
        town.alerts(11100);
    }

    @Test
    void the_log_shows_each_request_with_its_answer() {
        annHears("<Say>Hello</Say>").endsAs("completed");
        var entry = town.exchange().webhooks.log().get(0);
        assertEquals("voice", entry.purpose());
        assertEquals(200, entry.status());
        assertEquals(app.url("/voice"), entry.url());
        assertTrue(entry.answer().contains("<Say>Hello</Say>"));
        assertEquals(ANN, entry.parameters().get("From"));
    }
}
