package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The on-screen telephone, in a browser; beside a company's real account, whose carrier must never hear of it. */
class TelephoneJourneyIT {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";
    private static final String TOM = "+15550100201";
    private static final String ANN = "+15550100202";
    private static final String BO = "+15550100203";
    private static final String ACCOUNT = "AC00000000000000000000000000000007";
    private static final String[] BEARER = {"Authorization", "Bearer " + DeskServer.TOKEN};
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What reached the company's carrier. */
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private static HttpServer companysCarrier;
    private static DeskServer desk;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        companysCarrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        companysCarrier.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        companysCarrier.start();
        desk = new DeskServer("telephone").with("CALLWARD_TWILIO_ACCOUNT_SID", ACCOUNT).with("CALLWARD_TWILIO_AUTH_TOKEN", "secret")
                .with("CALLWARD_TWILIO_API_URL", "http://127.0.0.1:" + companysCarrier.getAddress().getPort())
                .with("CALLWARD_SIMULATOR", "true").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        browser = new Browser(desk.url());
        page = browser.signIn("admin", desk.password());
    }

    @AfterAll
    static void stop() {
        browser.close();
        desk.close();
        companysCarrier.stop(0);
    }

    @Test
    @Covers({"B01", "B04"})
    void a_telephone_on_the_screen_does_all_that_a_real_one_does_and_costs_nothing() throws Exception {
        String call = aCustomerCallsOnChristmasAndIsPutThroughToAnn();
        theCallIsPlayedAgain(call);
        aCallerLeavesAMessageInWords();
        aCallerLeavesAMessageInHisOwnVoice();
        aDraftIsHeardBeforeAnybodyElseHearsIt();
        nobodyElseMaySignForTheCompanysAccount();
        assertEquals(List.of(), ASKED.stream().filter(asked -> !asked.equals("GET /2010-04-01/Accounts/" + ACCOUNT + ".json")).toList());
        assertEquals(List.of(), browser.complaints());
    }

    private static String aCustomerCallsOnChristmasAndIsPutThroughToAnn() {
        open("/simulator/");
        assertThat(page.locator("#sim-customers option[value='" + JOHN + "']")).hasAttribute("label", "John Doe, Doe & Sons");
        assertThat(page.locator(".sim-phone h3")).hasText(new String[] {"Tom, desk phone", "Ann, desk phone", "Bo, desk phone"});
        page.fill("#sim-from", JOHN);
        page.click(".sim-more summary");
        page.fill("#sim-date", "2022-12-25");
        page.fill("#sim-time", "09:00");
        page.selectOption("#sim-zone", "Europe/Berlin");
        assertThat(page.locator("#sim-when")).containsText("Sunday, December 25, 2022");
        dial();

        hears("press 1");
        page.keyboard().press("1");
        hears("ticket number");
        page.keyboard().type("1234#");
        hears("Hello John Doe");
        skip();
        assertThat(page.locator("#sim-ringing")).hasText("Ringing: Tom, desk phone");
        phone(TOM).locator("[data-does=DECLINES]").click();
        assertThat(page.locator("#sim-ringing")).hasText("Ringing: Ann, desk phone");
        phone(ANN).locator("[data-does=ANSWERS]").click();
        assertThat(phone(ANN)).hasAttribute("data-state", "talking");
        phone(ANN).locator("[data-part=say] input").fill("Widgets, Ann speaking");
        page.keyboard().press("Enter");
        hears("Ann speaking");
        phone(ANN).locator("[data-key='7']").click();
        assertThat(caller().locator("[data-kind=KEYS]")).hasText("Keys7");
        caller().locator("[data-do=hang-up]").click();
        assertThat(caller().locator("[data-part=status]")).hasText("Ended");

        assertThat(page.locator("#sim-transcript")).containsText("Caller presses 1234#");
        assertThat(page.locator("#sim-transcript")).containsText("Ann, desk phone “Widgets, Ann speaking”");
        String sid = (String) page.evaluate("sessionStorage.getItem('callward.sim.call')");
        JsonNode row = answer("/api/v1/calls/" + sid);
        assertTrue(row.get("simulated").asBoolean(), row.toString());
        assertEquals("2022-12-25T08:00:00Z", row.get("pretendedAt").asText());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answer("/api/v1/calls/" + sid).path("state").asText().equals("OVER"));
        page.click("#sim-test");
        assertThat(page.locator("#sim-saved")).hasAttribute("href", "/scripts/tests?id=1");
        return sid;
    }

    /** Until the new call is shown, the screen still has the words of the one before. */
    private static void dial() {
        Object before = page.evaluate("sessionStorage.getItem('callward.sim.call')");
        page.click("#sim-call");
        page.waitForFunction("before => sessionStorage.getItem('callward.sim.call') !== before", before);
        assertThat(caller().locator("[data-part=status]")).not().hasText("Ended");
    }

    private static void theCallIsPlayedAgain(String sid) {
        open("/simulator/?replay=" + sid);
        page.click("#sim-replay-play");
        assertThat(page.locator("#sim-replay-text")).hasText("Played again. Rows that differ are marked.", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
        assertThat(page.locator("#sim-comparison tr").nth(1)).containsText("Keys pressed: 1");
        assertThat(page.locator("#sim-comparison tr[data-differs]")).hasCount(0);
        assertThat(page.locator("#sim-transcript")).containsText("Caller Connected with Ann, desk phone");
        assertThat(page.locator("#sim-who")).containsText("Sunday, December 25, 2022");
    }

    private static void aCallerLeavesAMessageInWords() {
        try (Breath breath = aCallerHearsTheTone()) {
            wordsTravelSlowly();
            caller().locator("[data-part=say] input").fill("Please call me back, the widget squeaks again");
            page.keyboard().press("Enter");
            theMessageEnds();
        }
        theMessageIsKept();
    }

    /** The key that ends the message must not be there before it. */
    private static void wordsTravelSlowly() {
        page.evaluate("""
                () => {
                    const fetch = window.fetch;
                    window.fetch = async (url, how) => {
                        if (url.endsWith('/words')) await new Promise(later => setTimeout(later, 1000));
                        return fetch(url, how);
                    };
                }""");
    }

    /** The browser's microphone hears a beep a second. The key that ends the message ends what is spoken. */
    private static void aCallerLeavesAMessageInHisOwnVoice() {
        Locator microphone = caller().locator("[data-do=microphone]");
        try (Breath breath = aCallerHearsTheTone()) {
            microphone.click();
            assertThat(microphone).hasAttribute("aria-pressed", "true");
        }
        page.waitForTimeout(6_000); // so long he speaks: longer than a silence may be
        theMessageEnds();
        JsonNode message = theMessageIsKept();
        assertThat(microphone).hasAttribute("aria-pressed", "false");
        assertThat(caller().locator("[data-part=heard] [data-mine]").nth(1)).containsText("spoken");
        assertTrue(message.get("seconds").asInt() >= 3, message::toString);
    }

    /** @return his breath, until he speaks */
    private static Breath aCallerHearsTheTone() {
        open("/simulator/");
        page.fill("#sim-from", JOHN);
        dial();
        Breath breath = new Breath(desk, (String) page.evaluate("sessionStorage.getItem('callward.sim.call')"));
        hears("press 1");
        page.keyboard().press("2");
        hears("Hello John Doe");
        skip();
        for (String nobody : List.of(TOM, ANN, BO)) {
            assertThat(phone(nobody)).hasAttribute("data-state", "ringing");
            phone(nobody).locator("[data-does=RINGS_OUT]").click();
        }
        hears("message");
        skip();
        hears("beep");
        return breath;
    }

    private static void theMessageEnds() {
        caller().locator("[data-key='#']").click();
        hears("We will call you back");
    }

    private static JsonNode theMessageIsKept() {
        assertThat(caller().locator("[data-part=status]")).hasText("Ended");
        String call = (String) page.evaluate("sessionStorage.getItem('callward.sim.call')");
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() ->
                assertTrue(messageOf(call).path("audio").asBoolean(), () -> answer("/api/v1/voicemails") + " and " + call + " heard " + lines(call)));
        assertEquals(200, desk.get("/api/v1/voicemails/" + messageOf(call).get("id") + "/audio", BEARER).statusCode());
        return messageOf(call);
    }

    /** By its call: nobody promises that numbers of messages have no gaps. */
    private static JsonNode messageOf(String call) {
        for (JsonNode message : answer("/api/v1/voicemails").get("items")) {
            if (message.get("call").asText().equals(call)) {
                return message;
            }
        }
        return JSON.missingNode();
    }

    private static void aDraftIsHeardBeforeAnybodyElseHearsIt() throws Exception {
        JsonNode draft = answer("/api/v1/scripts/1/draft");
        ObjectNode changed = JSON.createObjectNode().put("version", draft.get("version").asInt());
        changed.set("steps", JSON.readTree(draft.get("steps").toString().replace("Thank you for calling", "It is {{call.weekday}}, {{call.time}}, and this is a draft of")));
        sent("PUT", "/api/v1/scripts/1/draft", changed.toString());

        String sid = sent("POST", "/api/v1/simulator/calls", "{\"from\":\"anonymous\",\"to\":\"" + LINE
                + "\",\"at\":\"2022-12-25T08:00:00Z\",\"script\":1}").get("sid").asText();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines(sid).contains("It is Sunday, 8:00 AM, and this is a draft of Widgets Incorporated"));
        sent("POST", "/api/v1/simulator/calls/" + sid + "/hang-up", "");
        String published = sent("POST", "/api/v1/simulator/calls", "{\"from\":\"anonymous\",\"to\":\"" + LINE + "\"}").get("sid").asText();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines(published).contains("Thank you for calling Widgets Incorporated"));
        sent("POST", "/api/v1/simulator/calls/" + published + "/hang-up", "");
    }

    /** A request for the company's account that the simulator's people could have made up. */
    private static void nobodyElseMaySignForTheCompanysAccount() {
        assertEquals(403, desk.post("/twilio/voice", "AccountSid=" + ACCOUNT + "&CallSid=CA1&To=%2B15550100100&SipHeader_X-Callward-Script=1",
                "X-Twilio-Signature", "bm90IHRoaXMgb25lIGVpdGhlcg==").statusCode());
    }

    private static String lines(String sid) {
        for (JsonNode call : answer("/api/v1/simulator").get("calls")) {
            if (call.get("sid").asText().equals(sid)) {
                return call.get("lines").toString();
            }
        }
        return "";
    }

    private static void open(String path) {
        page.navigate(desk.url() + path);
        assertThat(page.locator("#sim-call")).isEnabled();
    }

    private static Locator caller() {
        return page.locator("#sim-caller");
    }

    private static Locator phone(String number) {
        return page.locator(".sim-phone[data-number='" + number + "']");
    }

    private static void hears(String text) {
        assertThat(caller().locator("[data-part=heard]")).containsText(text);
    }

    private static void skip() {
        caller().locator("[data-do=skip]").click();
    }

    private static JsonNode answer(String path) {
        return read(desk.get(path, BEARER));
    }

    private static JsonNode sent(String method, String path, String json) {
        return read(desk.send(method, path, json.getBytes(StandardCharsets.UTF_8), "Authorization", "Bearer " + DeskServer.TOKEN,
                "Content-Type", "application/json"));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, () -> answer.statusCode() + " " + answer.body());
        try {
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
