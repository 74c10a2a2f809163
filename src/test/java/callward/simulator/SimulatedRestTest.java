package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedRestTest extends InTown {

    private static final String LIVE = "+15005550006";

    private Rest.Answer calls(String from, String to) {
        return new Rest(town).post("/Calls.json", Map.of("From", from, "To", to, "Twiml", "<Response/>"));
    }

    private Rest.Answer texts(String from, String to) {
        return new Rest(town).post("/Messages.json", Map.of("From", from, "To", to, "Body", "Hello"));
    }

    private Rest.Answer rents(Map<String, String> what) {
        return new Rest(town).post("/IncomingPhoneNumbers.json", what);
    }

    private static void refused(int code, Rest.Answer answer) {
        assertEquals(code, answer.code(), String.valueOf(answer.json()));
        assertEquals(400, answer.status());
        assertEquals(400, answer.json().path("status").asInt());
        assertTrue(answer.get("more_info").endsWith(String.valueOf(code)));
    }

    @ParameterizedTest
    @Covers("S4.14")
    @CsvSource({"+15005550000, 21422", "+15005550001, 21421", "+15005550002, 21421", "+15005550009, 21421"})
    void magic_numbers_that_cannot_be_rented(String number, int code) {
        refused(code, rents(Map.of("PhoneNumber", number)));
    }

    @Test
    @Covers("S4.14")
    void the_magic_number_that_can_be_rented() {
        assertEquals(201, rents(Map.of("PhoneNumber", LIVE)).status());
        assertEquals(201, rents(Map.of("PhoneNumber", LIVE)).status(), "as often as one likes");
    }

    @Test
    @Covers("S4.14")
    void magic_area_codes() {
        assertEquals(201, rents(Map.of("AreaCode", "500")).status());
        refused(21452, rents(Map.of("AreaCode", "533")));
    }

    @ParameterizedTest
    @Covers("S4.14")
    @CsvSource({"+15005550001, 21212", "+15005550007, 21606", "+15005550008, 21611", "+15005550000, 21606", "+15005550002, 21606"})
    void magic_senders_of_texts(String from, int code) {
        refused(code, texts(from, TOM));
    }

    @ParameterizedTest
    @Covers("S4.14")
    @CsvSource({"+15005550001, 21211", "+15005550002, 21612", "+15005550003, 21408", "+15005550004, 21610", "+15005550009, 21614"})
    void magic_receivers_of_texts(String to, int code) {
        refused(code, texts(LIVE, to));
    }

    @ParameterizedTest
    @Covers("S4.14")
    @CsvSource({"+15005550001, 21212", "+15005550002, 21210", "+15005550007, 21210"})
    void magic_callers(String from, int code) {
        refused(code, calls(from, TOM));
    }

    @ParameterizedTest
    @Covers("S4.14")
    @CsvSource({"+15005550001, 21217", "+15005550002, 21214", "+15005550003, 21215", "+15005550004, 21216"})
    void magic_called_numbers(String to, int code) {
        refused(code, calls(LIVE, to));
    }

    @Test
    @Covers("S4.14")
    void what_magic_numbers_allow_is_only_answered_as_if() {
        assertEquals(201, calls(LIVE, TOM).status());
        assertEquals(201, texts(LIVE, TOM).status());
        assertEquals(201, calls(LIVE, "+15005550009").status());
        town.quiet(); // no phone rang and no text arrived
    }

    @Test
    void only_own_and_verified_numbers_may_be_shown() {
        refused(21210, calls("+15559990000", TOM));
        refused(21606, texts("+15559990000", TOM));
        town.verified("+15559990000");
        assertEquals(201, calls("+15559990000", TOM).status());
        assertEquals("+15559990000", town.phone(TOM).rings().display());
    }

    @Test
    void a_call_needs_all_of_its_parts() {
        var rest = new Rest(town);
        refused(21201, rest.post("/Calls.json", Map.of("From", NUMBER, "Twiml", "<Response/>")));
        refused(21213, rest.post("/Calls.json", Map.of("To", TOM, "Twiml", "<Response/>")));
        refused(21205, rest.post("/Calls.json", Map.of("From", NUMBER, "To", TOM)));
        refused(21205, rest.post("/Calls.json", Map.of("From", NUMBER, "To", TOM, "Url", "/voice")));
        refused(21205, rest.post("/Calls.json", Map.of("From", NUMBER, "To", TOM, "Url", "http://my_host/voice")));
        refused(21211, calls(NUMBER, "tom"));
        refused(21212, calls("widgets", TOM));
        refused(21218, rest.post("/Calls.json", Map.of("From", NUMBER, "To", TOM, "Twiml", "x".repeat(4001))));
        refused(21609, rest.post("/Calls.json", Map.of("From", NUMBER, "To", TOM, "Twiml", "<Response/>", "StatusCallback", "nowhere")));
    }

    @Test
    void a_text_needs_all_of_its_parts() {
        var rest = new Rest(town);
        refused(21604, rest.post("/Messages.json", Map.of("From", NUMBER, "Body", "x")));
        refused(21603, rest.post("/Messages.json", Map.of("To", TOM, "Body", "x")));
        refused(21602, rest.post("/Messages.json", Map.of("From", NUMBER, "To", TOM)));
        refused(21617, rest.post("/Messages.json", Map.of("From", NUMBER, "To", TOM, "Body", "x".repeat(1601))));
        refused(21211, rest.post("/Messages.json", Map.of("From", NUMBER, "To", "tom", "Body", "x")));
    }

    @Test
    void a_trial_account_reaches_verified_numbers_only_and_rents_one() {
        town.isTrialAccount();
        refused(21219, calls(NUMBER, TOM));
        refused(21608, texts(NUMBER, TOM));
        refused(21404, rents(Map.of("PhoneNumber", "+14155550123")));
        town.verified(TOM);
        assertEquals(201, texts(NUMBER, TOM).status());
        town.phone(TOM).reads("Hello");
    }

    @Test
    void a_numbers_addresses_are_checked() {
        refused(21402, rents(Map.of("PhoneNumber", "+14155550123", "VoiceUrl", "nowhere")));
        refused(21403, rents(Map.of("PhoneNumber", "+14155550123", "VoiceMethod", "PUT")));
        refused(21421, rents(Map.of("PhoneNumber", "hello")));
        refused(21451, rents(Map.of("AreaCode", "1")));
        assertEquals(201, rents(Map.of("AreaCode", "212")).status());
    }

    @Test
    void strangers_are_turned_away() {
        for (var rest : new Rest[] {new Rest(town, town.accountSid(), "wrong"), new Rest(town, "SK1", ""), new Rest(town, "AC0", town.authToken())}) {
            var answer = rest.get("/Calls.json");
            assertEquals(401, answer.status());
            assertEquals(20003, answer.code());
        }
    }

    @Test
    void an_api_key_may_do_all_but_look_at_the_account() {
        town.exchange().account.apiKey("SK0123", "secret");
        var rest = new Rest(town, "SK0123", "secret");
        assertEquals(200, rest.get("/Calls.json").status());
        assertEquals(401, rest.get(".json").status());
        assertEquals(200, new Rest(town).get(".json").status());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : new String[] {"/Calls/CA1.json", "/Nonsense.json", "/Recordings/RE1.json", "/Queues/QU1.json", "/Conferences/CF1.json", "/Messages/SM1.json"}) {
            var answer = new Rest(town).get(path);
            assertEquals(404, answer.status(), path);
            assertEquals(20404, answer.code(), path);
        }
    }

    @Test
    void pages_lead_to_each_other() {
        for (int i = 0; i < 5; i++) {
            town.number("+1555010030" + i, app.url("/voice"));
        }
        var first = new Rest(town).get("/IncomingPhoneNumbers.json?PageSize=4");
        assertEquals(4, first.json().path("incoming_phone_numbers").size());
        var next = first.get("next_page_uri").replace("/2010-04-01/Accounts/" + town.accountSid(), "");
        var second = new Rest(town).get(next);
        assertEquals(2, second.json().path("incoming_phone_numbers").size());
        assertTrue(second.json().path("next_page_uri").isNull());
        assertTrue(second.get("previous_page_uri").contains("Page=0"));
    }

    @Test
    void a_leg_that_rings_inside_a_dial_cannot_be_canceled_but_completed() {
        annHears("<Dial>" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings();
        refused(21220, new Rest(town).post("/Calls/" + tom.callSid() + ".json", Map.of("Status", "canceled")));
        assertEquals(200, new Rest(town).post("/Calls/" + tom.callSid() + ".json", Map.of("Status", "completed")).status());
        tom.endsAs("canceled");
    }

    @Test
    void a_call_that_nobody_answers_is_given_up() {
        app.on("/status", CustomerApp.Reply.of(204, null, ""));
        new Rest(town).post("/Calls.json", Map.of("From", NUMBER, "To", TOM, "Twiml", "<Response/>", "Timeout", "20", "StatusCallback", app.url("/status")));
        var tom = town.phone(TOM).rings();
        town.passes(java.time.Duration.ofSeconds(25));
        tom.endsAs("no-answer");
        assertEquals("no-answer", app.wasAsked("/status").get("CallStatus"));
        assertEquals("487", app.wasAsked("/status").get("SipResponseCode"));
        assertEquals("0", app.wasAsked("/status").get("CallDuration"));
    }
}
