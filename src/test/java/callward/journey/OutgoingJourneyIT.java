package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** John has hung up before anybody answered. Ann calls him back with one click. */
class OutgoingJourneyIT {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";
    private static final String ANN = "+15550100202";
    private static final String TOM = "+15550100201";

    private static DeskServer desk;
    private static DeskApi api;

    @BeforeAll
    static void start() {
        desk = new DeskServer("outgoing").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        api = new DeskApi(desk);
        api.telephonesRingPatiently();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    @Covers({"S1.16", "B12"})
    void a_missed_caller_is_called_back_with_one_click() {
        String missed = johnHangsUpTooEarly();
        try (Browser browser = new Browser(desk.url())) {
            Page ann = browser.signIn("ann", desk.password());
            annTriesHerTelephone(ann);
            ann.navigate(desk.url() + "/calls/");
            Locator row = ann.locator("tr:has(a[href*='" + missed + "'])");
            row.locator("[data-call-out] button").click();
            assertThat(row.locator(".cw-call-said")).hasText("Your telephone rings. Pick it up and press a key.");
            row.locator("[data-call-out] button").click();
            assertThat(row.locator(".cw-call-said")).containsText("You are calling already");

            String own = ringing(ANN);
            assertEquals(LINE, simulated(own).path("from").asText());
            api.post("/simulator/calls/" + own + "/phone", Map.of("does", "ANSWERS"));
            hears(own, "Call to John Doe");
            api.post("/simulator/calls/" + own + "/keys", Map.of("keys", "5"));
            String johns = ringing(JOHN);
            assertEquals(LINE, simulated(johns).path("from").asText());
            Page board = browser.signIn("tom", desk.password());
            assertThat(board.locator("#board")).containsText("→ John Doe");
            api.post("/simulator/calls/" + johns + "/phone", Map.of("does", "ANSWERS"));
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> mine(ann).equals("TALKING"));
            api.post("/simulator/calls/" + johns + "/hang-up", null);
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + own).path("state").asText().equals("OVER"));

            JsonNode call = api.get("/calls/" + own);
            assertEquals("OUT ANSWERED Ann John Doe " + LINE + " " + JOHN, String.join(" ", call.path("direction").asText(), call.path("outcome").asText(),
                    call.path("answeredBy").asText(), call.path("customerName").asText(), call.path("caller").asText(), call.path("called").asText()));
            ann.navigate(desk.url() + "/calls/?direction=OUT");
            assertThat(ann.locator("tr:has(a[href*='" + own + "'])")).containsText("Answered");
            ann.navigate(desk.url() + "/calls/?direction=IN");
            assertThat(ann.locator("tr:has(a[href*='" + missed + "'])")).containsText("Called back by Ann");
            ann.navigate(desk.url() + "/calls/call?id=" + own);
            assertThat(ann.locator("#record")).containsText("Outgoing");
            premiumNumbersAreRefused(ann);
            assertEquals(List.of(), browser.complaints().stream().filter(complaint -> !complaint.contains("409") && !complaint.contains("400")).toList());
        }
    }

    @Test
    void whom_ann_has_called_is_sent_to_tom_who_declines_and_comes_back_to_her() {
        try (Browser browser = new Browser(desk.url())) {
            Page ann = browser.signIn("ann", desk.password());
            Page tom = browser.signIn("tom", desk.password());
            String own = annTalksToJohn(ann);
            String johns = simulatedTo(JOHN, "in-progress").orElseThrow();
            Locator row = ann.locator("#board-calls li[data-call='" + own + "']");
            row.locator("[data-transfer]").click(new Locator.ClickOptions().setTimeout(40_000));
            ann.check("#transfer [data-to=people] label:has-text('Tom') input");
            ann.fill("#transfer [name=note]", "He wants a refund.");
            ann.locator("#transfer .cw-primary").click();
            assertThat(ann.locator("#transfer")).isHidden();

            Locator card = tom.locator("#desk-pops .desk-pop[data-call='" + johns + "']");
            assertThat(card.locator("[data-pop=sent]")).hasText("Transferred by Ann");
            assertThat(card.locator("[data-pop=note]")).hasText("He wants a refund.");
            assertThat(card).containsText("John Doe");
            hears(johns, "I am connecting you");
            String toms = ringing(TOM);
            assertEquals(LINE, simulated(toms).path("from").asText());
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + own).path("state").asText().equals("OVER"));
            api.post("/simulator/calls/" + toms + "/phone", Map.of("does", "DECLINES"));
            hears(johns, "Nobody answers there");
            api.post("/simulator/calls/" + ringing(ANN) + "/phone", Map.of("does", "ANSWERS"));
            assertThat(ann.locator("#desk-pops .desk-pop[data-call='" + johns + "'] [data-pop=state]")).hasText("Answered by Ann");
            api.post("/simulator/calls/" + johns + "/hang-up", null);
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + johns).path("state").asText().equals("OVER"));

            JsonNode before = api.get("/calls/" + own);
            JsonNode after = api.get("/calls/" + johns);
            assertEquals("ANSWERED Ann " + johns, before.path("outcome").asText() + " " + before.path("answeredBy").asText() + " " + before.path("goesOnIn").asText());
            assertEquals("OUT ANSWERED Ann John Doe " + JOHN + " " + own, String.join(" ", after.path("direction").asText(), after.path("outcome").asText(),
                    after.path("answeredBy").asText(), after.path("customerName").asText(), after.path("called").asText(), after.path("continues").asText()));
            assertTrue(api.get("/calls/" + johns + "/events").toString().contains("/twilio/leg/"), "its end is told at the door of the leg that he was");
            ann.navigate(desk.url() + "/calls/call?id=" + own);
            assertThat(ann.locator("[data-kind=Transferred]")).containsText("Ann → Tom");
            ann.click("a:has-text('The call after this one')");
            assertThat(ann.locator("[data-kind=Transferred]")).containsText("Ann → Tom");
            ann.click("a:has-text('The call before this one')");
            assertThat(ann.locator("#record")).hasAttribute("data-call", own);
            assertEquals(List.of(), browser.complaints());
        }
    }

    /** @return her call */
    private static String annTalksToJohn(Page ann) {
        ann.evaluate("to => fetch('/api/v1/calls', {method: 'POST', headers: {'X-Callward': '1', 'Content-Type': 'application/json'}, body: JSON.stringify({to})})", JOHN);
        String own = ringing(ANN);
        api.post("/simulator/calls/" + own + "/phone", Map.of("does", "ANSWERS"));
        hears(own, "Call to John Doe");
        api.post("/simulator/calls/" + own + "/keys", Map.of("keys", "5"));
        api.post("/simulator/calls/" + ringing(JOHN) + "/phone", Map.of("does", "ANSWERS"));
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> mine(ann).equals("TALKING"));
        return own;
    }

    private static void annTriesHerTelephone(Page ann) {
        ann.click("#own [data-own=phones]");
        ann.click("#own-phones li:first-child [data-how=ring]");
        assertThat(ann.locator("#own-trial")).hasText("It rings: pick it up.");
        String own = ringing(ANN);
        api.post("/simulator/calls/" + own + "/phone", Map.of("does", "ANSWERS"));
        hears(own, "Your telephone works");
        api.post("/simulator/calls/" + own + "/keys", Map.of("keys", "1"));
        assertThat(ann.locator("#own-trial")).hasText("It works, and your key was heard.");
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + own).path("state").asText().equals("OVER"));
    }

    private static void premiumNumbersAreRefused(Page ann) {
        ann.navigate(desk.url() + "/calls/new");
        ann.fill("#to", "+1 900 234 5678");
        ann.click("#call-somebody button");
        assertThat(ann.locator("#to-problem")).containsText("is a premium-rate number");
        assertThat(ann.locator("#to")).isFocused();
        assertThat(ann.locator("#to")).hasAttribute("aria-invalid", "true");
        assertThat(ann.locator("#call-somebody .cw-call-said")).isEmpty();
        assertTrue(api.get("/audit?room=calls").toString().contains("PREMIUM_RATE"));
    }

    private static String johnHangsUpTooEarly() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/simulator").path("numbers").path(0).path("leadsSomewhere").asBoolean());
        String sid = api.post("/simulator/calls", Map.of("from", JOHN, "to", LINE)).path("sid").asText();
        hears(sid, "press 1");
        api.post("/simulator/calls/" + sid + "/hang-up", null);
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + sid).path("state").asText().equals("OVER"));
        return sid;
    }

    /** @return the end of a call that rings this telephone */
    private static String ringing(String number) {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> simulatedTo(number, "ringing"), Optional::isPresent).orElseThrow();
    }

    private static Optional<String> simulatedTo(String number, String status) {
        return calls().filter(call -> call.path("to").asText().equals(number) && call.path("status").asText().equals(status)).map(call -> call.path("sid").asText()).findFirst();
    }

    private static void hears(String sid, String words) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> simulated(sid).toString().contains(words));
    }

    private static JsonNode simulated(String sid) {
        return calls().filter(call -> call.path("sid").asText().equals(sid)).findFirst().orElseThrow();
    }

    private static java.util.stream.Stream<JsonNode> calls() {
        return StreamSupport.stream(api.get("/simulator").path("calls").spliterator(), false);
    }

    private static String mine(Page ann) {
        return (String) ann.evaluate("fetch('/api/v1/me/agent/outgoing').then(answer => answer.json()).then(last => last.call.state)");
    }
}
