package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call is watched on the live board while it goes on, and read in its record afterwards; who must not see pop-ups sees none. */
class FlightRecorderJourneyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);
    private static final LocatorAssertions.HasAttributeOptions MOVED = new LocatorAssertions.HasAttributeOptions().setTimeout(40_000);
    private static final LocatorAssertions.ContainsTextOptions READ = new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);
    private static final LocatorAssertions.HasCountOptions GONE = new LocatorAssertions.HasCountOptions().setTimeout(40_000);

    private static DeskServer desk;
    private static Browser browser;
    private static Page tom;
    private static Page admin;

    @BeforeAll
    static void start() {
        desk = new DeskServer("recorder").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        new DeskApi(desk).telephonesRingPatiently();
        browser = new Browser(desk.url());
        tom = browser.signIn("tom", desk.password());
        assertThat(tom.locator("#desk-wire")).hasText("Live");
        admin = browser.signIn("admin", desk.password());
    }

    @AfterAll
    static void stop() {
        browser.close();
        desk.close();
    }

    @Test
    @Covers({"B04", "S0.17", "S0.07"})
    void a_call_is_watched_while_it_goes_on_and_read_afterwards() throws Exception {
        noteWhenItAppears(tom, "#board-calls [data-call]");
        String sid = call();
        Locator row = tom.locator("#board-calls [data-call='" + sid + "']");
        assertThat(row).isVisible(SOON);
        tellHowLong(sid);
        Page record = admin.context().newPage();
        record.navigate(desk.url() + "/calls/call?id=" + sid);

        hears(sid, "press 1");
        press(sid, "1");
        hears(sid, "ticket number");
        press(sid, "1234#");
        assertThat(row).hasAttribute("data-phase", "RINGING", MOVED);
        assertThat(row).containsText("John Doe");
        assertThat(row).containsText("Tom, desk phone");
        assertThat(tom.locator("[data-agent]:has-text('Tom') [data-is=state]")).hasText("Ringing");
        assertThat(tom.locator("[data-agent]:has-text('Tom') [data-is=desk]")).hasText("Desk open");
        api("POST", "/simulator/calls/" + leg(sid) + "/phone", Map.of("does", "ANSWERS"));
        assertThat(row).hasAttribute("data-phase", "TALKING", MOVED);
        assertThat(row).containsText("talks with Tom");
        tom.locator("#desk-pops .desk-pop a").first().click();
        tom.waitForURL("**/tickets/ticket?number=1234");
        tom.navigate(desk.url() + "/desk/");
        assertThat(row).isVisible(SOON);
        api("POST", "/simulator/calls/" + sid + "/hang-up", null);
        assertThat(row).hasCount(0, GONE);
        assertThat(tom.locator("[data-count=ANSWERED]")).hasText("1");

        thePageHasMovedByItself(record);
        theRecordTellsEverything(api("GET", "/calls/" + sid + "/record", null));
        assertFalse(api("GET", "/calls/" + sid + "/record?masked=true", null).toString().contains("5550101234"), "a number can be read");
        assertEquals(List.of(), browser.complaints());

        whoIsNotToSeePopUpsSeesNone();
    }

    private static void thePageHasMovedByItself(Page record) {
        assertThat(record.locator("#record .cw-facts")).containsText("Answered", READ);
        for (String words : List.of("Hello John Doe", "Rings Tom, desk phone", "ask-ticket", "Pop-up shown to", "admin, tom", "Pop-up opened by",
                "somebody else had answered", "The helpdesk knows the ticket")) {
            assertThat(record.locator("#record")).containsText(words, READ);
        }
        assertThat(record.locator(".record-bars tbody tr")).hasCount(1);
        record.locator(".record-filter a", new Page.LocatorOptions().setHasText("Telephones")).first().click();
        assertThat(record.locator(".cw-story > li[data-kind=LegMoved]").first()).isVisible();
        assertThat(record.locator(".cw-story > li:not([data-kind=LegMoved])")).hasCount(0);
        assertThat(record.locator("a[href*='/simulator/?replay=']")).isVisible();
    }

    private static void theRecordTellsEverything(JsonNode record) {
        assertEquals("ANSWERED", record.at("/call/outcome").asText());
        assertEquals("[\"ann ANSWERED_BEFORE\",\"bo ANSWERED_BEFORE\"]", JSON.valueToTree(stream(record.get("notRung"))
                .map(one -> one.get("key").asText() + " " + one.get("why").asText()).toList()).toString());
        JsonNode shown = stream(record.get("others")).filter(one -> one.get("kind").asText().equals("pop-up-shown")).findFirst().orElseThrow();
        assertEquals("TICKET", shown.at("/facts/kind").asText());
        assertEquals("admin (ADMIN), tom (AGENT)", shown.at("/facts/shown-to").asText());
        assertTrue(stream(record.get("others")).anyMatch(one -> one.get("kind").asText().equals("pop-up-opened") && one.get("about").asText().equals("tom")));
        JsonNode entered = stream(record.get("events")).filter(one -> one.path("inside").path("learned").has("ticket.number")).findFirst().orElseThrow();
        assertEquals("Entered", entered.get("kind").asText());
        assertTrue(entered.get("reply").asText().contains("<Dial"));
        assertTrue(entered.get("millis").asDouble() > 0);
    }

    /** The administrator takes the ticket's pop-up from agents while Tom has his desk open. */
    private static void whoIsNotToSeePopUpsSeesNone() throws Exception {
        admin.navigate(desk.url() + "/settings/pop-ups");
        admin.uncheck("input[name=TICKET][value=AGENT]");
        admin.click("[id='popUps:save']");
        assertThat(admin.locator(".ui-growl-item")).containsText("It counts from now on");

        String sid = call();
        Page boss = admin.context().newPage();
        boss.navigate(desk.url() + "/desk/");
        hears(sid, "press 1");
        press(sid, "1");
        hears(sid, "ticket number");
        press(sid, "1234#");
        assertThat(boss.locator("#desk-pops .desk-pop[data-call='" + sid + "']")).isVisible(SOON);
        assertThat(tom.locator("#board-calls [data-call='" + sid + "']")).hasAttribute("data-phase", "RINGING", MOVED);
        assertThat(tom.locator("#desk-pops .desk-pop[data-call='" + sid + "']")).hasCount(0);
        JsonNode his = ask(tom, "GET", "/desk", null);
        assertTrue(stream(his.get("pops")).noneMatch(pop -> pop.get("kind").asText().equals("TICKET")), "a re-read gives away what the push does not");
        JsonNode shown = stream(api("GET", "/calls/" + sid + "/record", null).get("others")).filter(one -> one.get("kind").asText().equals("pop-up-shown"))
                .findFirst().orElseThrow();
        assertEquals("tom (AGENT)", shown.at("/facts/kept-from").asText());
        api("POST", "/simulator/calls/" + sid + "/hang-up", null);
    }

    /** No assertion: a figure to note. Both clocks are this machine's. */
    private static void tellHowLong(String sid) throws Exception {
        double seen = ((Number) tom.evaluate("window.appeared")).doubleValue();
        Instant came = Instant.parse(api("GET", "/calls/" + sid, null).get("startedAt").asText());
        System.out.println("webhook to board: " + Math.round(seen - came.toEpochMilli()) + " ms");
    }

    private static String call() throws Exception {
        return api("POST", "/simulator/calls", Map.of("from", "+15550101234", "to", "+15550100100")).get("sid").asText();
    }

    private static void press(String sid, String keys) throws Exception {
        api("POST", "/simulator/calls/" + sid + "/keys", Map.of("keys", keys));
    }

    private static void hears(String sid, String words) {
        admin.waitForCondition(() -> town(sid).toString().contains(words), new Page.WaitForConditionOptions().setTimeout(40_000));
    }

    /** The telephone that rings for the call. */
    private static String leg(String sid) throws Exception {
        return stream(api("GET", "/simulator", null).get("calls")).map(one -> one.get("sid").asText()).filter(other -> !other.equals(sid)).findFirst().orElseThrow();
    }

    private static JsonNode town(String sid) {
        try {
            return stream(api("GET", "/simulator", null).get("calls")).filter(one -> one.get("sid").asText().equals(sid)).findFirst()
                    .orElse(JSON.nullNode());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode api(String method, String path, Object body) throws Exception {
        return ask(admin, method, path, body);
    }

    private static JsonNode ask(Page who, String method, String path, Object body) throws Exception {
        Object answer = who.evaluate("""
                async ([method, path, body]) => {
                  const answer = await fetch('/api/v1' + path, {method, body, headers: {'X-Callward': '1', 'Content-Type': 'application/json', Accept: 'application/json'}});
                  if (!answer.ok) throw new Error(method + ' ' + path + ': ' + answer.status + ' ' + await answer.text());
                  return await answer.text();
                }""", Arrays.asList(method, path, body == null ? null : JSON.writeValueAsString(body)));
        return JSON.readTree(answer.toString());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Writes down, on the page's own clock, when the first such element is there. */
    private static void noteWhenItAppears(Page page, String selector) {
        page.evaluate("""
                selector => {
                  const look = () => {
                    if (!window.appeared && document.querySelector(selector)) window.appeared = performance.timeOrigin + performance.now();
                  };
                  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
                  look();
                }""", selector);
    }
}
