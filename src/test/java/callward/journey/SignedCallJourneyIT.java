package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example call as Twilio's own package signs it, from outside; and everything that only looks like it. */
@Covers({"S0.20", "S1.17", "S3.08"})
class SignedCallJourneyIT {

    private static final JsonNode VECTORS = read();
    private static final List<String> STATUS_ONLY = List.of("/twilio/ended");
    private static DeskServer desk;
    private static LoggedDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = LoggedDatabase.start();
        desk = new DeskServer("signed").with("CALLWARD_PUBLIC_URL", VECTORS.get("origin").asText())
                .with("CALLWARD_TWILIO_ACCOUNT_SID", VECTORS.get("account").asText())
                .with("CALLWARD_TWILIO_AUTH_TOKEN", VECTORS.get("token").asText())
                .with("CALLWARD_TWILIO_API_URL", "http://127.0.0.1:9")
                .with("CALLWARD_API_TOKEN", "journey-api-token-0123456789")
                .with("CALLWARD_DB_URL", database.url()).with("CALLWARD_DB_USER", database.user())
                .with("CALLWARD_DB_PASSWORD", database.password()).start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (desk != null) {
            desk.close();
        }
        database.close();
    }

    @Test
    @Covers({"S0.01", "S0.02", "S0.10"})
    void the_example_call_by_post_and_by_get_hears_all_it_should() {
        for (JsonNode call : VECTORS.get("calls")) {
            for (JsonNode step : call) {
                HttpResponse<String> answer = knock(step, step.get("signature").asText());
                if (STATUS_ONLY.stream().anyMatch(step.get("target").asText()::startsWith)) {
                    assertEquals(204, answer.statusCode(), step.toString());
                } else {
                    assertEquals(200, answer.statusCode(), step.toString());
                    step.get("hears").forEach(words -> assertTrue(answer.body().contains(words.asText()),
                            () -> words + " is not in " + answer.body() + " for " + step.get("target")));
                }
            }
            assertEquals("VOICEMAIL", outcome(call), call.get(0).get("body").asText());
        }
        replayingChangesNothing();
    }

    private void replayingChangesNothing() {
        String before = fingerprint();
        for (JsonNode call : VECTORS.get("calls")) {
            List<String> replies = new ArrayList<>();
            call.forEach(step -> replies.add(knock(step, step.get("signature").asText()).body()));
            List<String> again = new ArrayList<>();
            call.forEach(step -> again.add(knock(step, step.get("signature").asText()).body()));
            assertEquals(replies, again, "the same request again gets the same reply");
        }
        assertEquals(before, fingerprint(), "a replayed request changes nothing");
    }

    @Test
    void unsigned_and_wrongly_signed_requests_are_refused_and_do_nothing() {
        String before = fingerprint();
        for (JsonNode call : VECTORS.get("calls")) {
            for (JsonNode step : call) {
                assertRefused(knock(step, null));
                assertRefused(knock(step, ""));
                assertRefused(knock(step, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
                String right = step.get("signature").asText();
                assertRefused(knock(step, right.substring(1) + right.charAt(0)));
            }
        }
        JsonNode first = VECTORS.get("calls").get(0).get(0);
        assertRefused(desk.post("/twilio/entered/1", first.get("body").asText(), "X-Twilio-Signature", first.get("signature").asText()));
        assertRefused(desk.post("/twilio/voice", first.get("body").asText() + "&Digits=1", "X-Twilio-Signature", first.get("signature").asText()));
        assertEquals(before, fingerprint());
    }

    @Test
    @Covers("S0.16")
    void a_carrier_that_cannot_be_reached_is_said_and_calls_are_served_all_the_same() throws IOException {
        HttpResponse<String> ready = desk.get("/health/ready");
        assertEquals(200, ready.statusCode(), ready.body());
        for (JsonNode part : new ObjectMapper().readTree(ready.body()).get("checks")) {
            if (part.get("name").asText().equals("carrier")) {
                assertEquals("DOWN", part.get("status").asText());
                assertTrue(part.get("reason").asText().length() > 20, part.toString());
                return;
            }
        }
        throw new AssertionError("no part is the carrier: " + ready.body());
    }

    /** The public URL is https here, whatever the server itself speaks. */
    @Test
    @Covers("S0.15")
    void the_sessions_cookie_never_travels_without_tls_nor_to_scripts_or_other_sites() {
        String cookie = desk.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow().toLowerCase(Locale.ROOT);
        assertTrue(cookie.contains("secure") && cookie.contains("httponly") && cookie.contains("samesite=lax"), cookie);
    }

    /** Timers may ask something at the same moment: what three calls needed at the least is what the webhook needs. */
    @Test
    void a_webhook_needs_five_statements_at_the_most() {
        VECTORS.get("calls").get(0).forEach(step -> knock(step, step.get("signature").asText()));
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (JsonNode call : VECTORS.get("fresh")) {
            for (JsonNode step : call) {
                int before = database.statements();
                knock(step, step.get("signature").asText());
                needed.merge(step.get("target").asText(), database.statements() - before, Math::min);
            }
        }
        needed.forEach((door, statements) -> {
            assertTrue(statements <= 5, () -> door + " needed " + statements + " statements:\n" + database.lastStatements(80));
            assertNotEquals(0, statements, () -> door + " needed none: is the log of statements read?");
        });
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(403, answer.statusCode());
        assertEquals("", answer.body());
    }

    private static HttpResponse<String> knock(JsonNode step, String signature) {
        String[] headers = signature == null ? new String[0] : new String[] {"X-Twilio-Signature", signature};
        return step.get("method").asText().equals("GET") ? desk.get(step.get("target").asText(), headers)
                : desk.post(step.get("target").asText(), step.get("body").asText(), headers);
    }

    private static String outcome(JsonNode call) {
        String all = call.get(0).get("body").asText() + call.get(0).get("target").asText();
        String sid = all.substring(all.indexOf("CallSid=") + 8).split("&")[0];
        return ask("select outcome from callward.call where id = '" + sid + "'");
    }

    /** Everything a caller could have changed. */
    private static String fingerprint() {
        return ask("""
                select (select count(*) from callward.call) || ' calls, ' || (select count(*) from callward.call_event where ignored is null) || ' events, '
                    || (select count(*) from callward.voicemail) || ' messages, ' || (select count(*) from callward.recording) || ' recordings, '
                    || (select coalesce(string_agg(id || turn || state || coalesce(outcome, ''), ',' order by id), '') from callward.call)""");
    }

    private static String ask(String question) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try (InputStream in = SignedCallJourneyIT.class.getResourceAsStream("/signed-call.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
