package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.carrier.Carrier.AccountState;
import callward.carrier.Carrier.CarrierCall;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop.Difference;
import callward.carrier.NumberShop.Kind;
import callward.carrier.NumberShop.Offer;
import callward.carrier.NumberShop.RentedNumber;
import callward.carrier.NumberShop.Wish;
import callward.house.Covers;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our side of the REST API, asked over real HTTP. */
class TwilioCarrierTest {

    private static final String ACCOUNT = "/2010-04-01/Accounts/AC00000000000000000000000000000001";
    private static final PhoneNumber LINE = PhoneNumber.of("+15550100100");
    private static final PhoneNumber CUSTOMER = PhoneNumber.of("+15550100200");
    private static final URI SCRIPT = URI.create("https://desk.example.com/twilio/offer");
    private static final URI NEWS = URI.create("https://desk.example.com/twilio/placed/7");
    private static final String MESSAGE = "{\"sid\":\"SM1\",\"status\":\"queued\"}";

    private final OtherCarrier other = new OtherCarrier();
    private final AtomicReference<CarrierAccount> current = new AtomicReference<>(Fixtures.account(other.url()));
    private final TwilioAccount account = new TwilioAccount();
    private final TwilioCarrier carrier = new TwilioCarrier();
    private final TwilioNumbers numbers = new TwilioNumbers();
    private final TwilioTexts texts = new TwilioTexts();

    {
        account.accounts = new CarrierAccounts() {
            @Override
            public CarrierAccount current() {
                return current.get();
            }
        };
        carrier.account = account;
        carrier.urls = Fixtures.urls();
        numbers.account = account;
        numbers.urls = Fixtures.urls();
        texts.account = account;
    }

    @AfterEach
    void close() {
        account.close();
        other.close();
    }

    @Test
    void a_call_is_placed_at_whoever_the_base_url_names() {
        other.answers(201, "{\"sid\":\"CA9\",\"status\":\"queued\"}");
        assertEquals(new CallId("CA9"), carrier.place(null, LINE, Destination.of("sip:tom@pbx.example.com"), SCRIPT, NEWS, 25));
        OtherCarrier.Asked asked = other.asked.get(0);
        assertEquals(ACCOUNT + "/Calls.json", asked.target());
        assertEquals("Basic " + Base64.getEncoder().encodeToString("SK1:secret".getBytes(StandardCharsets.UTF_8)), asked.authorization());
        assertEquals(Map.ofEntries(Map.entry("From", List.of("+15550100100")), Map.entry("To", List.of("sip:tom@pbx.example.com")),
                Map.entry("Url", List.of("https://desk.example.com/twilio/offer")), Map.entry("Method", List.of("POST")),
                Map.entry("FallbackUrl", List.of("https://desk.example.com/twilio/fallback")), Map.entry("FallbackMethod", List.of("POST")),
                Map.entry("StatusCallback", List.of(NEWS.toString())), Map.entry("StatusCallbackMethod", List.of("POST")),
                Map.entry("StatusCallbackEvent", List.of("initiated", "ringing", "answered", "completed")), Map.entry("Timeout", List.of("25"))), FormFields.decode(asked.body()));
    }

    @Test
    void a_call_whose_answer_got_lost_is_looked_for_among_those_between_the_two() {
        other.answers(200, "{\"calls\":[" + made("CA3", "Sat, 21 Nov 2026 10:00:05 +0000", "null") + "," + made("CA4", "Sat, 21 Nov 2026 10:00:04 +0000", "\"CA1\"") + ","
                + made("CA2", "Sat, 21 Nov 2026 09:59:59 +0000", "null") + "],\"page_size\":20,\"uri\":\"" + ACCOUNT + "/Calls.json\",\"next_page_uri\":null}");
        assertEquals(List.of(new CarrierCall(new CallId("CA3"), "ringing", false, 0)),
                carrier.placed(null, LINE, Destination.of("sip:tom@pbx.example.com"), Instant.parse("2026-11-21T10:00:00Z")));
        String target = other.asked.get(0).target();
        assertTrue(target.contains("From=%2B15550100100") && target.contains("To=sip%3Atom%40pbx.example.com"), target);
    }

    private static String made(String sid, String at, String parent) {
        return "{\"sid\":\"" + sid + "\",\"status\":\"ringing\",\"duration\":null,\"date_created\":\"" + at + "\",\"parent_call_sid\":" + parent + "}";
    }

    @Test
    void a_base_url_may_have_a_path_of_its_own() {
        current.set(Fixtures.account(other.url() + "/api/laml/"));
        other.answers(201, MESSAGE);
        assertEquals("SM1", texts.send(null, LINE, CUSTOMER, "Grüße & 100%"));
        assertEquals("/api/laml" + ACCOUNT + "/Messages.json", other.asked.get(0).target());
        assertEquals(Map.of("From", List.of("+15550100100"), "To", List.of("+15550100200"), "Body", List.of("Grüße & 100%")),
                FormFields.decode(other.asked.get(0).body()));
    }

    @Test
    void a_carrier_in_trouble_is_asked_once_only() {
        for (int status : new int[] {500, 502, 503, 504}) {
            other.asked.clear();
            other.answers(status, "text/html", "<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8));
            CarrierUnreachable failed = assertThrows(CarrierUnreachable.class, () -> texts.send(null, LINE, CUSTOMER, "hello"));
            assertTrue(failed.perhapsDone(), "status " + status);
            assertEquals(1, other.asked.size());
        }
    }

    @Test
    void too_many_requests_means_that_nothing_was_done() {
        other.answers(429, "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}");
        assertFalse(assertThrows(CarrierUnreachable.class, () -> texts.send(null, LINE, CUSTOMER, "hello")).perhapsDone());
        assertEquals(1, other.asked.size());
    }

    @Test
    void a_carrier_that_keeps_silent_may_have_done_it() {
        other.keepsSilent();
        CarrierUnreachable failed = assertThrows(CarrierUnreachable.class, () -> texts.send(null, LINE, CUSTOMER, "hello"));
        assertTrue(failed.perhapsDone());
        assertEquals(1, other.asked.size());
    }

    @Test
    void what_may_be_asked_again_is_never_perhaps_done() {
        other.answers(503, "");
        assertFalse(assertThrows(CarrierUnreachable.class, () -> carrier.end(null, new CallId("CA1"))).perhapsDone());
    }

    @Test
    void where_nobody_listens_nothing_was_done() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        current.set(Fixtures.account("http://127.0.0.1:" + nobody));
        assertFalse(assertThrows(CarrierUnreachable.class, () -> texts.send(null, LINE, CUSTOMER, "hello")).perhapsDone());
    }

    @Test
    void a_refusal_carries_the_carriers_code_and_words() {
        other.answers(400, "{\"code\":21610,\"message\":\"Attempt to send to unsubscribed recipient\",\"status\":400}");
        CarrierRefused refused = assertThrows(CarrierRefused.class, () -> texts.send(null, LINE, CUSTOMER, "hello"));
        assertEquals(21610, refused.code());
        assertTrue(refused.getMessage().contains("unsubscribed recipient"));
        assertEquals(1, other.asked.size());
    }

    @Test
    void a_wrong_password_is_a_refusal() {
        other.answers(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        assertEquals(20003, assertThrows(CarrierRefused.class, carrier::account).code());
    }

    @Test
    void credentials_are_not_sent_on_to_where_the_carrier_points() {
        try (OtherCarrier elsewhere = new OtherCarrier().answers(200, MESSAGE)) {
            other.sendsOnTo(elsewhere.url() + "/steal");
            assertThrows(RuntimeException.class, carrier::account);
            assertEquals(List.of(), elsewhere.asked);
        }
    }

    @Test
    void a_call_that_is_over_already_stays_over() {
        other.answers(400, "{\"code\":21220,\"message\":\"Call is not in-progress\",\"status\":400}");
        carrier.end(null, new CallId("CA1"));
        assertEquals("Status=completed", other.asked.get(0).body());
        OtherCarrier.Asked asked = other.asked.get(0);
        assertEquals("POST " + ACCOUNT + "/Calls/CA1.json", asked.method() + " " + asked.target());
    }

    @Test
    void a_live_call_is_sent_elsewhere() {
        other.answers(200, "{\"sid\":\"CA1\"}");
        carrier.redirect(null, new CallId("CA1"), SCRIPT);
        assertEquals(Map.of("Url", List.of(SCRIPT.toString()), "Method", List.of("POST"), "FallbackUrl", List.of("https://desk.example.com/twilio/fallback"),
                "FallbackMethod", List.of("POST")), FormFields.decode(other.asked.get(0).body()));
    }

    @Test
    void the_carrier_says_how_a_call_is() {
        other.answers(200, "{\"sid\":\"CA1\",\"status\":\"no-answer\",\"duration\":\"0\"}");
        assertEquals(Optional.of(new CarrierCall(new CallId("CA1"), "no-answer", true, 0)), carrier.look(null, new CallId("CA1")));
        other.answers(200, "{\"sid\":\"CA1\",\"status\":\"in-progress\",\"duration\":null}");
        carrier.look(null, new CallId("CA1"));
        assertEquals(Optional.of(new CarrierCall(new CallId("CA1"), "in-progress", false, 0)), carrier.look(null, new CallId("CA1")));
    }

    @Test
    @Covers("B14")
    void the_carrier_says_which_telephones_were_rung_for_a_call() {
        other.answers(200, "{\"calls\":[{\"sid\":\"CA2\",\"status\":\"in-progress\",\"duration\":null},{\"sid\":\"CA3\",\"status\":\"completed\",\"duration\":\"9\"}],"
                + "\"page_size\":100,\"uri\":\"" + ACCOUNT + "/Calls.json\",\"next_page_uri\":null}");
        assertEquals(List.of(new CarrierCall(new CallId("CA2"), "in-progress", false, 0), new CarrierCall(new CallId("CA3"), "completed", true, 9)),
                carrier.legs(null, new CallId("CA1")));
        String target = other.asked.get(0).target();
        assertTrue(target.startsWith(ACCOUNT + "/Calls.json?") && target.contains("ParentCallSid=CA1"), target);
    }

    @Test
    void a_call_that_the_carrier_does_not_know_is_none() {
        other.answers(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        assertEquals(Optional.empty(), carrier.look(null, new CallId("CA1")));
    }

    @Test
    @Covers("S0.16")
    void a_trial_account_is_seen_to_be_one() {
        other.answers(200, "{\"sid\":\"AC1\",\"friendly_name\":\"Widgets\",\"status\":\"active\",\"type\":\"Trial\"}");
        assertEquals(new AccountState("AC1", "Widgets", "active", true), carrier.account());
        assertEquals(ACCOUNT + ".json", other.asked.get(0).target());
    }

    @Test
    void numbers_are_searched_for_page_by_page_at_the_base_url() {
        String path = "/2010-04-01/Accounts/AC00000000000000000000000000000001/IncomingPhoneNumbers.json";
        other.answers(200, "{\"incoming_phone_numbers\":[" + number("+15550100101", "") + "],\"page_size\":1,\"uri\":\"" + path + "\",\"next_page_uri\":\"" + path + "?Page=1&PageToken=x\"}");
        other.answers(200, "{\"incoming_phone_numbers\":[" + number("+15550100102", "") + "],\"page_size\":1,\"uri\":\"" + path + "\",\"next_page_uri\":null}");
        assertEquals(List.of("+15550100101", "+15550100102"), numbers.all().stream().map(found -> found.number().e164()).toList());
        assertEquals(List.of(path, path + "?Page=1&PageToken=x"), other.asked.stream().map(OtherCarrier.Asked::target).toList());
    }

    @Test
    void free_numbers_are_searched_for() {
        other.answers(200, "{\"available_phone_numbers\":[{\"phone_number\":\"+15005550006\"},{\"phone_number\":\"+15005550007\"}]}");
        assertEquals(List.of(new Offer(PhoneNumber.of("+15005550006"), "", "")), numbers.search(new Wish("US", Kind.LOCAL, "500", "55", null, null), 1));
        String target = other.asked.get(0).target();
        assertTrue(target.startsWith(ACCOUNT + "/AvailablePhoneNumbers/US/Local.json?"), target);
        assertTrue(target.contains("AreaCode=500") && target.contains("Contains=55") && target.contains("VoiceEnabled=true"), target);
    }

    @Test
    void a_rented_number_points_at_us_from_its_first_second() {
        other.answers(201, "{\"sid\":\"PN1\",\"phone_number\":\"+15005550006\"}").answers(200, number("+15005550006", ""));
        RentedNumber rented = numbers.rent(PhoneNumber.of("+15005550006"), "Support");
        assertTrue(rented.pointsAtUs());
        Map<String, List<String>> sent = FormFields.decode(other.asked.get(0).body());
        assertEquals(List.of("https://desk.example.com/twilio/voice"), sent.get("VoiceUrl"));
        assertEquals(List.of("https://desk.example.com/twilio/fallback"), sent.get("VoiceFallbackUrl"));
        assertEquals(List.of("https://desk.example.com/twilio/ended"), sent.get("StatusCallback"));
        assertEquals("GET " + ACCOUNT + "/IncomingPhoneNumbers/PN1.json", other.asked.get(1).method() + " " + other.asked.get(1).target());
    }

    @Test
    void what_would_win_over_our_url_is_taken_away_and_looked_for_again() {
        other.answers(200, number("+15550100100", "")).answers(200, number("+15550100100", ",\"trunk_sid\":\"TK1\""));
        RentedNumber overruled = numbers.pointAtUs("PN1", "Support");
        assertFalse(overruled.pointsAtUs());
        assertEquals(List.of(new Difference("TrunkSid", "TK1", "")), overruled.differences());
        assertEquals("TK1", overruled.leadsTo());
        Map<String, List<String>> sent = FormFields.decode(other.asked.get(0).body());
        assertEquals(List.of(""), sent.get("VoiceApplicationSid"));
        assertEquals(List.of(""), sent.get("TrunkSid"));
    }

    @Test
    void a_number_that_is_gone_is_released() {
        other.answers(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        numbers.release("PN1");
        assertEquals("DELETE " + ACCOUNT + "/IncomingPhoneNumbers/PN1.json", other.asked.get(0).method() + " " + other.asked.get(0).target());
    }

    @Test
    @Covers("B01")
    void what_belongs_to_a_simulated_call_never_reaches_the_companys_carrier() {
        try (OtherCarrier simulator = new OtherCarrier()) {
            CarrierAccount simulators = new CarrierAccount(Optional.of(simulator.url()), "AC5", List.of("t"), "AC5", "t", true);
            account.accounts = Fixtures.accounts(current.get(), simulators, true);
            simulator.answers(201, MESSAGE);
            texts.send("AC5", LINE, CUSTOMER, "hello");
            simulator.answers(200, "{\"sid\":\"CA1\",\"status\":\"completed\",\"duration\":\"3\"}");
            carrier.end("AC5", new CallId("CA1"));
            carrier.redirect("AC5", new CallId("CA1"), SCRIPT);
            carrier.look("AC5", new CallId("CA1"));
            assertEquals(4, simulator.asked.size());
            assertEquals(List.of(), other.asked);
            assertTrue(simulator.asked.stream().allMatch(asked -> asked.target().startsWith("/2010-04-01/Accounts/AC5/")), simulator.asked.toString());
        }
    }

    @Test
    void what_belongs_to_an_account_that_is_gone_is_nobodys() {
        account.accounts = Fixtures.accounts(current.get());
        assertThrows(CarrierRefused.class, () -> texts.send("AC77", LINE, CUSTOMER, "hello"));
        assertEquals(List.of(), other.asked);
    }

    @Test
    void a_new_password_counts_from_the_next_request() {
        other.answers(201, MESSAGE);
        texts.send(null, LINE, CUSTOMER, "one");
        CarrierAccount old = current.get();
        current.set(new CarrierAccount(old.apiUrl(), old.sid(), old.authTokens(), "SK2", "new", false));
        texts.send(null, LINE, CUSTOMER, "two");
        assertEquals("Basic " + Base64.getEncoder().encodeToString("SK2:new".getBytes(StandardCharsets.UTF_8)), other.asked.get(1).authorization());
    }

    private static String number(String number, String more) {
        return "{\"sid\":\"PN1\",\"phone_number\":\"" + number + "\",\"friendly_name\":\"Support\",\"voice_url\":\"https://desk.example.com/twilio/voice\","
                + "\"voice_method\":\"POST\",\"voice_fallback_url\":\"https://desk.example.com/twilio/fallback\","
                + "\"status_callback\":\"https://desk.example.com/twilio/ended\",\"voice_application_sid\":\"\"" + more + "}";
    }
}
