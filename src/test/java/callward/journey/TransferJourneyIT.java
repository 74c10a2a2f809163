package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tom talks to John and sends him on, from his desk: to Ann, who knows why before she picks up; to a mailbox; to a number; and back. */
class TransferJourneyIT {

    private static final String NUMBER = "+15550100999";
    private static final Duration SOON = Duration.ofSeconds(40);

    private static DeskServer desk;
    private static DeskApi api;

    @BeforeAll
    static void start() {
        desk = new DeskServer("transfer").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        api = new DeskApi(desk);
        api.telephonesRingPatiently();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void a_caller_is_sent_to_a_colleague_with_a_note_and_on_to_a_mailbox() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            Page ann = browser.signIn("ann", desk.password());
            String call = tomTalks();
            assertThat(card(ann).locator("[data-transfer]")).isHidden();

            opens(tom);
            tom.fill("#transfer [name=note]", "His widget squeaks.");
            tom.locator("#transfer .cw-primary").click();
            assertThat(tom.locator("#transfer-problem")).hasText("Choose where to.");
            chooses(tom, "people", "Ann");
            assertThat(card(ann).locator("[data-pop=sent]")).hasText("Transferred by Tom", soon());
            assertThat(card(ann).locator("[data-pop=note]")).hasText("His widget squeaks.");
            assertThat(card(ann)).containsText("John Doe");
            picksUp(ringing(call, "Ann, desk phone"));
            assertThat(card(ann).locator("[data-pop=state]")).hasText("Answered by Ann", soon());
            assertThat(card(tom).locator("[data-transfer]")).isHidden();
            soon(() -> leg(call, "Tom, desk phone").path("state").asText().equals("COMPLETED"));

            opens(ann);
            chooses(ann, "mailboxes", "Support");
            try (Breath breath = new Breath(desk, call)) {
                hears(call, "leave a message");
                hears(call, "beep");
                api.post("/simulator/calls/" + call + "/words", Map.of("words", "Please call me back, my widget squeaks"));
                api.post("/simulator/calls/" + call + "/keys", Map.of("keys", "#"));
            }
            soon(() -> is(call, "outcome", "VOICEMAIL"));
            assertEquals("Ann", api.get("/calls/" + call).path("answeredBy").asText());
            soon(() -> api.get("/voicemails").toString().contains(call));

            tom.navigate(desk.url() + "/calls/call?id=" + call);
            assertThat(tom.locator("[data-kind=Transferred]").first()).containsText("Tom → Ann");
            assertThat(tom.locator("[data-kind=Transferred]").last()).containsText("Ann → Support");
            assertThat(tom.locator("[data-kind=Transferred] .record-steps").first()).containsText("Transfer to Ann");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void a_caller_is_sent_to_a_number_and_comes_back_when_nobody_answers_there() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            String call = tomTalks();
            opens(tom);
            tom.fill("#transfer [name=number]", "+15550100100");
            tom.locator("#transfer .cw-primary").click();
            assertThat(tom.locator("#transfer-problem")).containsText("a line of your own");
            tom.fill("#transfer [name=number]", NUMBER);
            tom.locator("#transfer .cw-primary").click();
            assertThat(tom.locator("#transfer")).isHidden();
            api.post("/simulator/calls/" + ringing(call, NUMBER) + "/phone", Map.of("does", "DECLINES"));

            hears(call, "Nobody answers there");
            assertThat(card(tom).locator("[data-pop=sent]")).hasText("+1 555-010-0999 did not answer", soon());
            picksUp(ringing(call, "Tom, desk phone"));
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Answered by Tom", soon());
            api.post("/simulator/calls/" + call + "/hang-up", null);
            soon(() -> is(call, "state", "OVER"));
            assertTrue(is(call, "outcome", "ANSWERED"));
            browser.complaints().forEach(complaint -> assertTrue(complaint.contains("400"), complaint)); // our own line was refused, as it should be
        }
    }

    @Test
    void a_colleague_is_asked_first_and_connected_by_a_click() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            Page ann = browser.signIn("ann", desk.password());
            String call = tomTalks();
            String toms = leg(call, "Tom, desk phone").path("id").asText();
            opens(tom);
            tom.check("#transfer [data-to=mailboxes] input >> nth=0");
            assertThat(tom.locator("#transfer [value=ask]")).isDisabled();
            tom.fill("#transfer [name=note]", "Is it under warranty?");
            asks(tom, "Ann");
            hears(call, "I am asking a colleague");
            hears(toms, "I am ringing Ann");
            String anns = ringing(call, "Ann, desk phone");
            assertThat(card(ann).locator("[data-pop=sent]")).hasText("Tom asks a colleague about this caller", soon());
            assertThat(card(ann).locator("[data-pop=note]")).hasText("Is it under warranty?");
            assertThat(asking(tom)).hasText("You ask Ann: it rings", soon());
            assertThat(tom.locator("[data-asks=connect]").first()).isHidden();
            assertThat(card(tom).locator("[data-asks=take-back]")).isFocused();
            assertThat(card(tom).locator("[data-transfer]")).isHidden();

            picksUp(anns);
            hears(anns, "Tom asks you about a call for");
            presses(anns, "1");
            assertThat(asking(tom)).hasText("You ask Ann: you talk", soon());
            assertThat(card(ann).locator("[data-asks-bar]")).isHidden();
            hears(call, "I am asking a colleague", 2);
            card(tom).locator("[data-asks=connect]").click();
            hears(anns, "Here is the caller.");
            soon(() -> is(call, "answeredBy", "Ann"));
            assertThat(card(ann).locator("[data-pop=state]")).hasText("Answered by Ann", soon());
            assertThat(card(ann).locator("[data-pop=sent]")).isVisible();
            soon(() -> leg(call, "Tom, desk phone").path("state").asText().equals("COMPLETED"));
            assertThat(card(tom).locator("[data-asks-bar]")).isHidden();

            api.post("/simulator/calls/" + anns + "/hang-up", null);
            soon(() -> is(call, "state", "OVER"));
            assertTrue(is(call, "outcome", "ANSWERED"));
            tom.navigate(desk.url() + "/calls/call?id=" + call);
            assertThat(tom.locator("[data-kind=AsksFirst]")).containsText("Tom → Ann");
            assertThat(tom.locator("[data-kind=Connected]").first()).isVisible();
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void who_declines_leaves_the_caller_with_who_asked_and_who_hangs_up_has_connected_them() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            String call = tomTalks();
            String toms = leg(call, "Tom, desk phone").path("id").asText();
            opens(tom);
            asks(tom, "Ann");
            String first = ringing(call, "Ann, desk phone");
            picksUp(first);
            hears(first, "Press any key");
            presses(first, "*");
            hears(toms, "Ann declines.");
            hears(toms, "Here is the caller again.");
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Answered by Tom", soon());
            soon(() -> hasEnded(call, "Ann, desk phone"));

            opens(tom);
            asks(tom, "Ann");
            soon(() -> !ringing(call, "Ann, desk phone").equals(first));
            String second = ringing(call, "Ann, desk phone");
            picksUp(second);
            hears(second, "Press any key");
            presses(second, "1");
            assertThat(asking(tom)).hasText("You ask Ann: you talk", soon());
            card(tom).locator("[data-asks=take-back]").click();
            hears(toms, "Here is the caller again.", 2);
            assertThat(card(tom).locator("[data-transfer]")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
            soon(() -> hasEnded(call, "Ann, desk phone"));

            opens(tom);
            asks(tom, "Ann");
            soon(() -> !ringing(call, "Ann, desk phone").equals(second));
            String third = ringing(call, "Ann, desk phone");
            picksUp(third);
            hears(third, "Press any key");
            presses(third, "1");
            assertThat(asking(tom)).hasText("You ask Ann: you talk", soon());
            api.post("/simulator/calls/" + toms + "/hang-up", null);
            hears(third, "Here is the caller.");
            soon(() -> is(call, "answeredBy", "Ann"));
            api.post("/simulator/calls/" + call + "/hang-up", null);
            soon(() -> is(call, "state", "OVER"));
            assertTrue(is(call, "outcome", "ANSWERED"));
            soon(() -> StreamSupport.stream(api.get("/calls/" + call + "/legs").spliterator(), false).noneMatch(leg -> leg.path("endedAt").isMissingNode() || leg.path("endedAt").isNull()));
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void who_has_picked_up_before_the_pop_up_comes_can_send_the_caller_on() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            List<Late> late = new CopyOnWriteArrayList<>();
            tom.routeWebSocket(Pattern.compile(".*/desk/socket"), page -> {
                WebSocketRoute server = page.connectToServer();
                server.onMessage(frame -> {
                    if (frame.text().contains("\"type\":\"pop\"") || frame.text().contains("\"RINGING\",")) {
                        late.add(new Late(frame.text(), () -> page.send(frame.text())));
                    } else {
                        page.send(frame.text());
                    }
                });
            });
            tom.reload();
            String call = tomTalks();
            assertThat(tom.locator("#own [data-own=state]")).hasText("Talking", soon());
            Awaitility.await().atMost(SOON).until(() -> {
                tom.waitForTimeout(100); // in which the page hears what is sent
                return late.stream().anyMatch(Late::isPopUp);
            });
            comesNow(late);
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Answered by Tom");
            assertThat(card(tom).locator("[data-transfer]")).isVisible();
            api.post("/simulator/calls/" + call + "/hang-up", null);
            soon(() -> is(call, "state", "OVER"));
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Ended");
            comesNow(late);
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Ended");
        }
    }

    @Test
    void an_answer_that_was_under_way_when_somebody_called_does_not_call_his_call_over() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            assertThat(tom.locator("#desk-wire")).hasText("Live");
            List<Runnable> held = new ArrayList<>();
            tom.route("**/api/v1/desk", question -> {
                if (held.isEmpty()) {
                    APIResponse before = question.fetch();
                    held.add(() -> question.fulfill(new Route.FulfillOptions().setResponse(before)));
                } else {
                    question.resume();
                }
            });
            tom.evaluate("() => document.dispatchEvent(new CustomEvent('callward:desk-ask'))");
            Awaitility.await().atMost(SOON).until(() -> {
                tom.waitForTimeout(100); // in which the page asks
                return !held.isEmpty();
            });
            String call = tomTalks();
            assertThat(card(tom)).hasAttribute("data-call", call);
            tom.evaluate("""
                    () => {
                      window.states = [];
                      window.truths = 0;
                      new MutationObserver(() => states.push(document.querySelector('#desk-pops .desk-pop').dataset.state))
                          .observe(document.getElementById('desk-pops'), { subtree: true, childList: true, attributes: true });
                      document.addEventListener('callward:desk', ({ detail }) => { if (detail.type === 'truth') truths++; });
                    }""");
            held.getFirst().run();
            tom.waitForFunction("() => truths > 1");
            assertThat(card(tom).locator("[data-pop=state]")).hasText("Answered by Tom");
            assertEquals(false, tom.evaluate("() => states.includes('OVER')"));
            api.post("/simulator/calls/" + call + "/hang-up", null);
            soon(() -> is(call, "state", "OVER"));
        }
    }

    /** A frame on its way to the page, and how it gets there. */
    private record Late(String frame, Runnable arrives) {

        boolean isPopUp() {
            return frame.contains("\"type\":\"pop\"");
        }
    }

    /** More may come meanwhile: that is for the next time. */
    private static void comesNow(List<Late> late) {
        List.copyOf(late).forEach(each -> each.arrives().run());
    }

    // ---- people ------------------------------------------------------------------------------------------------------------

    private static Locator card(Page page) {
        return page.locator("#desk-pops .desk-pop").first();
    }

    private static void opens(Page page) {
        card(page).locator("[data-transfer]").click(new Locator.ClickOptions().setTimeout(SOON.toMillis()));
        assertThat(page.locator("#transfer .cw-primary")).isEnabled();
    }

    private static void chooses(Page page, String target, String name) {
        page.check("#transfer [data-to=" + target + "] label:has-text('" + name + "') input");
        page.locator("#transfer .cw-primary").click();
        assertThat(page.locator("#transfer")).isHidden();
    }

    /** John calls and asks for somebody; Tom picks up. @return his call */
    private static String tomTalks() {
        soon(() -> api.get("/simulator").path("numbers").path(0).path("leadsSomewhere").asBoolean());
        String call = api.post("/simulator/calls", Map.of("from", "+15550101234", "to", "+15550100100")).path("sid").asText();
        hears(call, "press 1");
        api.post("/simulator/calls/" + call + "/keys", Map.of("keys", "2"));
        picksUp(ringing(call, "Tom, desk phone"));
        soon(() -> leg(call, "Tom, desk phone").path("state").asText().equals("ANSWERED"));
        return call;
    }

    private static void asks(Page page, String name) {
        page.check("#transfer [data-to=people] label:has-text('" + name + "') input");
        page.locator("#transfer [value=ask]").click();
        assertThat(page.locator("#transfer")).isHidden();
    }

    private static Locator asking(Page page) {
        return card(page).locator("[data-asks-is]");
    }

    private static void presses(String leg, String key) {
        api.post("/simulator/calls/" + leg + "/keys", Map.of("keys", key));
    }

    private static void picksUp(String leg) {
        api.post("/simulator/calls/" + leg + "/phone", Map.of("does", "ANSWERS"));
    }

    // ---- what is seen ------------------------------------------------------------------------------------------------------

    private static String ringing(String call, String label) {
        soon(() -> leg(call, label).path("state").asText().equals("RINGING"));
        return leg(call, label).path("id").asText();
    }

    /** The last one of the telephone. */
    private static JsonNode leg(String call, String label) {
        return StreamSupport.stream(api.get("/calls/" + call + "/legs").spliterator(), false).filter(leg -> leg.path("label").asText().equals(label))
                .reduce((one, other) -> other).orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private static boolean hasEnded(String call, String label) {
        return leg(call, label).path("endedAt").isTextual();
    }

    private static void hears(String call, String words) {
        hears(call, words, 1);
    }

    private static void hears(String call, String words, int times) {
        soon(() -> StreamSupport.stream(api.get("/simulator").path("calls").spliterator(), false)
                .anyMatch(one -> one.path("sid").asText().equals(call) && one.path("lines").toString().split(java.util.regex.Pattern.quote(words), -1).length > times));
    }

    private static boolean is(String call, String field, String value) {
        return api.get("/calls/" + call).path(field).asText().equals(value);
    }

    private static void soon(Supplier<Boolean> what) {
        Awaitility.await().atMost(SOON).until(what::get);
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON.toMillis());
    }
}
