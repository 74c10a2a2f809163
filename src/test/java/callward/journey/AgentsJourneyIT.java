package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tom goes home: one click on his desk, and the next caller reaches Ann, with the reason on the call's page. */
class AgentsJourneyIT {

    private static DeskServer desk;
    private static DeskApi api;

    @BeforeAll
    static void start() {
        desk = new DeskServer("agents").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        api = new DeskApi(desk);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    @Covers({"S1.03", "B04", "S0.08"})
    void who_is_out_of_office_is_passed_over_and_the_call_says_why() {
        try (Browser browser = new Browser(desk.url())) {
            Page tom = browser.signIn("tom", desk.password());
            Page admin = browser.signIn("admin", desk.password());
            assertThat(tom.locator("#own [data-own=state]")).hasText("You can be rung");
            assertThat(admin.locator("#own")).isHidden();

            tom.click("#own [data-own=today]");
            assertThat(tom.locator("#own [data-own=state]")).hasText("Out of office");
            Locator onTheBoard = admin.locator("[data-agent]:has(b:text-is('Tom')) [data-is=state]");
            assertThat(onTheBoard).hasText("Out of office");

            String sid = aCallerRings();
            assertEquals("Ann, desk phone", api.get("/calls/" + sid + "/legs").get(0).path("label").asText());
            admin.navigate(desk.url() + "/calls/call?id=" + sid);
            assertThat(admin.locator("#record")).containsText("is out of office");
            api.post("/simulator/calls/" + sid + "/hang-up", null);

            tom.click("#own [data-own=back]");
            assertThat(tom.locator("#own [data-own=state]")).hasText("You can be rung");
            tom.click("#own [data-switch=phoneOn]");
            assertThat(tom.locator("#own [data-own=state]")).hasText("Telephones off");
            String second = aCallerRings();
            assertEquals("SWITCHED_OFF", reason(second, "tom"));
            api.post("/simulator/calls/" + second + "/hang-up", null);

            aSupervisorSwitchesThemOnAgain(admin, tom);
            assertEquals(List.of(), browser.complaints());
        }
    }

    /** And Tom's desk shows it without being loaded again. */
    private static void aSupervisorSwitchesThemOnAgain(Page admin, Page tom) {
        admin.navigate(desk.url() + "/agents/");
        admin.click("a:text-is('Tom')");
        assertThat(admin.locator("[aria-labelledby=now]")).containsText("Telephones off");
        admin.fill("[id='agent:from']", "2030-01-02T08:00");
        admin.click("[id='agent:save']");
        assertThat(admin.locator("[id='agent:to-problem']")).containsText("Say when it ends");
        admin.fill("[id='agent:from']", "");
        admin.check("[id='agent:phoneOn']");
        admin.click("[id='agent:save']");
        assertThat(admin.locator(".ui-growl-item")).containsText("Tom is saved.");
        assertThat(admin.locator("[aria-labelledby=now]")).containsText("Can be rung");
        assertThat(tom.locator("#own [data-own=state]")).hasText("You can be rung");
        assertThat(tom.locator("#own [data-switch=phoneOn]")).hasAttribute("aria-checked", "true");
    }

    /** John calls and asks for somebody. @return his call, once a telephone rings for it */
    private static String aCallerRings() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/simulator").path("numbers").path(0).path("leadsSomewhere").asBoolean());
        String sid = api.post("/simulator/calls", Map.of("from", "+15550101234", "to", "+15550100100")).path("sid").asText();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> heardOn(sid).contains("press 1"));
        api.post("/simulator/calls/" + sid + "/keys", Map.of("keys", "2"));
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + sid + "/legs").size() > 0);
        return sid;
    }

    private static String heardOn(String sid) {
        return StreamSupport.stream(api.get("/simulator").path("calls").spliterator(), false).filter(call -> call.path("sid").asText().equals(sid))
                .map(call -> call.path("lines").toString()).findFirst().orElse("");
    }

    private static String reason(String sid, String key) {
        for (JsonNode one : api.get("/calls/" + sid + "/record").path("notRung")) {
            if (one.path("key").asText().equals(key)) {
                return one.path("why").asText();
            }
        }
        return "none";
    }
}
