package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls become tests, tests guard the script; and the script as a picture. */
class CallTestJourneyIT {

    private static final LocatorAssertions.HasTextOptions SOON = new LocatorAssertions.HasTextOptions().setTimeout(40_000);
    private static final LocatorAssertions.HasCountOptions DRAWN = new LocatorAssertions.HasCountOptions().setTimeout(40_000);

    private static DeskServer desk;
    private static DeskApi api;

    private Browser browser;
    private Page page;

    @BeforeAll
    static void start() {
        desk = new DeskServer("call-tests").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        api = new DeskApi(desk);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void signIn() {
        browser = new Browser(desk.url());
        page = browser.signIn("admin", desk.password());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @Covers("B02")
    void a_call_is_saved_as_a_test_and_guards_its_script() {
        new BusyDay(desk).happens();
        long script = aCallBecomesATest();
        long other = api.post("/calls/" + call("ANSWERED") + "/test", Map.of("name", "Tom answers")).path("test").asLong();
        assertTrue(api.get("/scripts/" + script + "/tests/" + other).at("/test/moves").findValuesAsText("kind").contains("is-answered"));

        page.navigate(desk.url() + "/scripts/tests?id=" + script);
        assertThat(page.locator(".cw-ran > li")).hasCount(3);
        assertThat(page.locator("main")).containsText("3 of 3 go as expected");

        annRingsBeforeTom(script);
        page.reload();
        assertThat(page.locator("main")).containsText("0 of 3 go as expected");
        assertThat(page.locator(".cw-differs").first()).containsText("ringing: ann, tom, bo");
        page.locator(".cw-switch a", new Page.LocatorOptions().setHasText("Published")).click();
        assertThat(page.locator("main")).containsText("3 of 3 go as expected");

        publishingIsRefusedUntilAReasonIsGiven(script);
        assertEquals(List.of(), browser.complaints().stream().filter(complaint -> !complaint.contains("409")).toList());
    }

    private long aCallBecomesATest() {
        page.navigate(desk.url() + "/calls/call?id=" + call("VOICEMAIL"));
        page.getByText("Save as test").click();
        page.waitForURL(Pattern.compile("/scripts/test\\?id=\\d+$"));
        assertThat(page.locator("h1")).containsText("John Doe");
        assertThat(page.locator(".cw-calltest-result .cw-badge")).hasText("Green");
        assertThat(page.locator(".cw-transcript")).containsText("number 1 2 3 4");
        assertThat(page.locator(".cw-transcript")).containsText("The call is over: Voicemail");
        return api.get("/scripts").at("/items/0/id").asLong();
    }

    private static void annRingsBeforeTom(long script) {
        JsonNode draft = api.get("/scripts/" + script + "/draft");
        for (JsonNode step : draft.at("/steps/steps")) {
            if (step.path("kind").asText().equals("ring")) {
                ArrayNode keys = ((ObjectNode) step).putArray("destinations");
                List.of("ann", "tom", "bo").forEach(keys::add);
            }
        }
        api.put("/scripts/" + script + "/draft", Map.of("version", draft.path("version").asInt(), "steps", draft.path("steps")));
    }

    private void publishingIsRefusedUntilAReasonIsGiven(long script) {
        int revision = api.get("/scripts/" + script).path("revision").asInt();
        page.navigate(desk.url() + "/scripts/editor?id=" + script);
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);
        page.locator("[data-do=publish]").click();
        page.locator("[data-do=publish-now]").click();
        assertThat(page.locator("#se-publish-problem")).containsText("“Existing ticket” expected");
        assertEquals(revision, api.get("/scripts/" + script).path("revision").asInt());
        page.locator("#se-reason").fill("Ann covers for Tom this week");
        page.locator("[data-do=publish-now]").click();
        assertThat(page.locator("#se-publish")).not().isVisible();

        page.navigate(desk.url() + "/scripts/history?id=" + script);
        assertThat(page.locator("main")).containsText("Ann covers for Tom this week");
        assertThat(page.locator("main")).containsText("Existing ticket");
    }

    @Test
    @Covers("B02")
    void a_test_is_edited_by_keyboard_tried_taken_away_and_brought_back() {
        JsonNode script = api.post("/scripts", Map.of("name", "Widgets, by keyboard", "copyOf", api.get("/scripts").at("/items/0/id")));
        page.navigate(desk.url() + "/scripts/test?script=" + script.path("id").asLong());
        page.locator("[id='test:name']").fill("Hidden number");
        page.locator("[id='test:add']").press("Enter");
        Locator first = page.locator("[id='test:moves:0:kind']");
        assertThat(first).isFocused();
        page.locator("[id='test:moves:0:text']").fill("press 7");
        // while a button's answer is still worked in it takes no key
        assertThat(page.locator("[id='test:add']")).isEnabled();
        page.locator("[id='test:add']").press("Enter");
        assertThat(page.locator("[id='test:moves:1:kind']")).isFocused();
        page.locator("[id='test:moves:1:kind']").selectOption("hangs-up");
        assertThat(page.locator("[id='test:moves:1:text']")).hasCount(0);
        page.locator("[id='test:outcome']").selectOption("ABANDONED");
        page.locator("[id='test:run']").press("Enter");
        assertThat(page.locator(".cw-calltest-result .cw-badge")).hasText("Red", SOON);
        assertThat(page.locator(".cw-transcript [data-differs]")).containsText("press 1");
        page.locator("[id='test:moves:0:text']").fill("press 1");
        page.locator("[id='test:save']").press("Enter");
        page.waitForURL(Pattern.compile("/scripts/test\\?id=\\d+$"));
        assertThat(page.locator(".cw-calltest-result .cw-badge")).hasText("Green");

        page.locator("[id='test:moves:0:text']").fill("!");
        page.locator("[id='test:save']").press("Enter");
        assertThat(page.locator(".ui-message-error")).containsText("Line 1");
        assertThat(page.locator("[id='test:moves:0:text']")).isFocused();
        page.locator("[id='test:delete']").press("Enter");
        page.waitForURL(Pattern.compile("/scripts/tests\\?"));
        Locator hiddenNumber = page.locator(".cw-ran > li", new Page.LocatorOptions().setHasText("Hidden number"));
        assertThat(hiddenNumber).hasCount(0);
        page.locator("[id='undo:restore']").press("Enter");
        assertThat(hiddenNumber).hasCount(1);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void the_picture_of_a_script_is_walked_by_keyboard_and_leads_to_the_list() {
        long script = api.get("/scripts").at("/items/0/id").asLong();
        page.navigate(desk.url() + "/scripts/script?id=" + script);
        Locator nodes = page.locator(".cw-drawn");
        assertThat(nodes).hasCount(6, DRAWN);
        assertThat(page.locator(".cw-drawn[tabindex='0']")).hasCount(1);
        page.locator(".cw-drawn[tabindex='0']").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".cw-drawn[data-id='ask-ticket']")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".cw-drawn[data-id='greet-caller']")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator(".cw-drawn[data-id='menu']")).isFocused();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(page.locator(".cw-drawn[data-id='voicemail']")).hasAttribute("aria-current", "step");
        assertTrue(page.url().endsWith("#step-voicemail"), page.url());
        assertThat(page.locator("[data-drawing=summary]")).containsText("6 steps");
        assertEquals(List.of(), browser.complaints());
    }

    private static String call(String outcome) {
        return api.get("/calls?outcome=" + outcome).at("/items/0/id").asText();
    }
}
