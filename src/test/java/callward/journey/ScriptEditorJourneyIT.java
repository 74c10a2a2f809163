package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts, from an empty one to a published one and back, by somebody who has no mouse. */
class ScriptEditorJourneyIT {

    private static final LocatorAssertions.HasTextOptions SOON = new LocatorAssertions.HasTextOptions().setTimeout(40_000);
    private static final int MOST_TABS = 250;

    private static DeskServer desk;
    private static DeskApi api;

    private Browser browser;
    private Page page;

    @BeforeAll
    static void start() {
        desk = SharedDesk.get();
        api = new DeskApi(desk);
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
    @Covers({"S0.06", "S0.23"})
    void a_script_is_written_checked_published_and_taken_back_by_keyboard_alone() {
        page.navigate(desk.url() + "/scripts/");
        press("main a[href*='/scripts/new']");
        type("[id='script:name']", "By keyboard");
        tabTo("input[name=template]");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("input[name=template][value=empty]")).isChecked();
        press("[id='script:create']");
        page.waitForURL(Pattern.compile("/scripts/editor\\?id=\\d+$"));
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);

        press("[data-do=add-step]");
        chooses("greet");
        type("#step-greeting textarea", "Welcome to {{line.name}}.");
        assertThat(page.locator("#step-greeting [data-heard]")).hasText("Welcome to Widgets Incorporated.", SOON);
        press("#step-greeting [data-new-target=next]");
        chooses("menu");
        type("#step-menu textarea", "Press 1 to talk to us.");
        press("#step-menu .se-choice [data-do=new-target]");
        chooses("ring");
        press("#step-ring [data-add=destination]");
        assertThat(page.locator("#step-ring .se-destination [data-name]")).hasText("Tom, desk phone");
        press("#step-ring [data-new-target=unanswered]");
        chooses("take-message");
        type("#step-voicemail textarea", "Please leave a message.");
        rename("ring", "people");

        assertThat(page.locator("#se-problems li")).hasText(
                new String[] {"Warning:menu: The call ends here without a person or a message. Choose a step if that is not meant."}, new LocatorAssertions.HasTextOptions().setTimeout(40_000));
        press("#se-problems a");
        assertThat(page.locator("#step-menu [data-target=otherwise]")).isFocused();
        page.keyboard().type("people");
        assertThat(page.locator("#se-problems li")).hasText("Nothing is wrong.", SOON);

        publishes("The first words", 1);
        type("#step-greeting textarea", " We are glad that you call.");
        publishes("", 2);
        assertEquals(List.of(), browser.complaints());

        press("main a[href*='/scripts/history']");
        page.waitForURL(Pattern.compile("/scripts/history\\?id=\\d+$"));
        assertThat(page.locator(".scripts-revisions")).containsText("The first words");
        press("button[aria-label='Publish again: Revision 1']");
        assertThat(page.locator(".ui-growl-item")).containsText("Revision 1 is published again, as revision 3.");
        String id = page.url().replaceAll(".*id=", "");
        assertEquals(api.get("/scripts/" + id + "/revisions/1").get("steps"), api.get("/scripts/" + id + "/revisions/3").get("steps"));
        assertEquals(3, api.get("/scripts/" + id).get("revision").asInt());
        assertThat(page.locator(".scripts-change ins")).containsText("We are glad that you call.");
    }

    @Test
    void what_was_deleted_or_moved_by_keyboard_comes_back_by_keyboard() {
        long id = script("Undone", "ring");
        page.navigate(desk.url() + "/scripts/editor?id=" + id);
        assertThat(page.locator(".se-step")).hasCount(3);

        press("#step-ring [data-do=delete]");
        assertThat(page.locator(".se-step")).hasCount(2);
        assertThat(page.locator("#se-toast button")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".se-step")).hasCount(3);
        press("#step-ring [data-do=up]");
        assertThat(page.locator(".se-step [data-title]")).hasText(new String[] {"ring", "welcome", "voicemail"});
        page.keyboard().press("Control+z");
        assertThat(page.locator(".se-step [data-title]")).hasText(new String[] {"welcome", "ring", "voicemail"});
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void who_publishes_before_the_draft_has_come_publishes_that_draft() {
        long id = script("Quick click", "ring");
        page.addInitScript("""
                (fetch => {
                    window.fetch = async (url, how) => {
                        if (String(url).endsWith('/draft')) await new Promise(later => setTimeout(later, 2000));
                        return fetch(url, how);
                    };
                })(window.fetch);""");
        page.navigate(desk.url() + "/scripts/editor?id=" + id);
        page.locator("[data-do=publish]").click();
        page.locator("[data-do=publish-now]").click();
        assertThat(page.locator("#se-toast")).hasText("Revision 1 is published.", SOON);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        long id = script("Two writers", "ring");
        page.navigate(desk.url() + "/scripts/editor?id=" + id);
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);
        JsonNode draft = api.get("/scripts/" + id + "/draft");
        ((ObjectNode) draft.at("/steps/steps/0/says/0")).put("text", "Theirs.");
        api.put("/scripts/" + id + "/draft", Map.of("version", draft.get("version"), "steps", draft.get("steps")));

        type("#step-welcome textarea", " Mine.");
        assertThat(page.locator("#se-trouble p")).containsText("has saved this draft in the meantime");
        assertEquals("Theirs.", api.get("/scripts/" + id + "/draft").at("/steps/steps/0/says/0/text").asText());
        press("#se-trouble button");
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);
        assertTrue(api.get("/scripts/" + id + "/draft").at("/steps/steps/0/says/0/text").asText().endsWith(" Mine."));
    }

    @Test
    void a_call_under_way_keeps_the_revision_it_began_with() {
        String before = call();
        JsonNode draft = api.get("/scripts/1/draft");
        for (JsonNode step : draft.at("/steps/steps")) {
            if (step.get("id").asText().equals("greet-caller")) {
                ((ObjectNode) step.at("/says/0")).put("text", "These are the new words.");
            }
        }
        JsonNode saved = api.put("/scripts/1/draft", Map.of("version", draft.get("version"), "steps", draft.get("steps")));
        api.post("/scripts/1/publish", Map.of("version", saved.get("version")));

        hearsAfterTwo(before, "I am putting you through");
        assertFalse(events(before).contains("new words"), "the call heard words that were published after it began");
        hearsAfterTwo(call(), "These are the new words.");
    }

    private static String call() {
        String sid = api.post("/simulator/calls", Map.of("from", "+15550101234", "to", "+15550100100")).get("sid").asText();
        soon(() -> assertTrue(events(sid).contains("press 1")));
        return sid;
    }

    private static void hearsAfterTwo(String sid, String words) {
        api.post("/simulator/calls/" + sid + "/keys", Map.of("keys", "2"));
        soon(() -> assertTrue(events(sid).contains(words), () -> events(sid)));
        api.post("/simulator/calls/" + sid + "/hang-up", Map.of());
    }

    private static String events(String sid) {
        return api.get("/calls/" + sid + "/events").toString();
    }

    private static void soon(ThrowingRunnable check) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(check);
    }

    private static long script(String name, String template) {
        return api.post("/scripts", Map.of("name", name, "template", template)).get("id").asLong();
    }

    private void publishes(String note, int revision) {
        assertThat(page.locator("#se-state")).hasText("Saved", SOON);
        press("[data-do=publish]");
        assertThat(page.locator("#se-note")).isFocused();
        page.keyboard().type(note);
        press("[data-do=publish-now]");
        assertThat(page.locator("#se-toast")).hasText("Revision " + revision + " is published.", SOON);
    }

    /** In the list of kinds of steps. */
    private void chooses(String kind) {
        press("#se-kinds button[value=" + kind + "]");
    }

    private void rename(String step, String name) {
        tabTo("#step-" + step + " [data-id]");
        page.keyboard().press("Control+a");
        page.keyboard().type(name);
        page.keyboard().press("Tab");
        assertThat(page.locator("#step-" + name)).isVisible();
    }

    private void type(String selector, String text) {
        tabTo(selector);
        page.keyboard().press("Control+End");
        page.keyboard().type(text);
    }

    private void press(String selector) {
        tabTo(selector);
        page.keyboard().press("Enter");
    }

    /** Goes from control to control, as the page lets everybody go. */
    private void tabTo(String selector) {
        assertThat(page.locator(selector).first()).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by the Tab key");
    }
}
