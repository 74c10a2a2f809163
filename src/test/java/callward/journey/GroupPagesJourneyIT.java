package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A supervisor makes a group for the night, puts its people in order, and sees whom it would ring; a program does the same. */
class GroupPagesJourneyIT {

    private static DeskServer desk;
    private static DeskApi api;

    @BeforeAll
    static void start() {
        desk = SharedDesk.get();
        api = new DeskApi(desk);
    }

    @Test
    @Covers("S1.03")
    void a_group_is_made_filled_and_put_in_order() {
        try (Browser browser = new Browser(desk.url())) {
            Page admin = browser.signIn("admin", desk.password());
            admin.navigate(desk.url() + "/groups/");
            assertThat(admin.locator("tr:has-text('Support')")).containsText("Tom, desk phone");
            admin.click("text=New group");
            admin.fill("[id='group:name']", "Night");
            admin.fill("[id='group:acceptKey']", "*");
            admin.click("[id='group:save']");
            assertThat(admin.locator("[id='group:declineKey-problem']")).hasText("Choose another key than the one that takes the call.");
            assertThat(admin.locator("[id='group:declineKey']")).hasValue("*");
            admin.fill("[id='group:secondsEach']", "30");
            admin.fill("[id='group:acceptKey']", "1");
            admin.click("text=Taking turns");
            admin.click("[id='group:save']");
            assertThat(admin.locator("h1")).hasText("Night");
            assertThat(admin.locator("[aria-labelledby=now]")).containsText("Nobody can be rung.");

            for (String name : List.of("Tom", "Bo", "Ann")) {
                admin.selectOption("select[name=agent]", new SelectOption().setLabel(name));
                admin.click("button[value=add]");
                assertThat(admin.locator(".groups-members a:text-is('" + name + "')")).isVisible();
            }
            admin.fill("input[aria-label='Skills: Ann']", "Spanish,  english");
            admin.click("button[aria-label='Move up: Ann']");
            assertThat(admin.locator(".groups-members a")).hasText(new String[] {"Tom", "Ann", "Bo"});
            assertThat(admin.locator("input[aria-label='Skills: Ann']")).hasValue("spanish, english");
            admin.click("button[aria-label='Take out: Bo']");
            assertThat(admin.locator(".groups-members a")).hasText(new String[] {"Tom", "Ann"});

            anotherOneChangesItMeanwhile(admin);
            whoSwitchesHisTelephonesOffIsNotRung(admin);
            Browser.deletesForSure(admin, "[id='group:delete']");
            assertThat(admin.locator("h1")).hasText("Groups");
            assertEquals(404, api.ask("GET", "/groups/night", null).statusCode());
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static void anotherOneChangesItMeanwhile(Page admin) {
        Page other = admin.context().newPage();
        other.navigate(admin.url());
        other.click("button[aria-label='Move up: Ann']");
        assertThat(other.locator(".groups-members a")).hasText(new String[] {"Ann", "Tom"});
        other.close();
        admin.click("button[aria-label='Take out: Tom']");
        assertThat(admin.locator(".ui-growl-item")).containsText("Somebody else has changed this group meanwhile.");
        assertEquals(2, api.get("/groups/night").path("members").size());
    }

    private static void whoSwitchesHisTelephonesOffIsNotRung(Page admin) {
        JsonNode tom = StreamSupport.stream(api.get("/agents").path("items").spliterator(), false).filter(one -> one.path("name").asText().equals("Tom")).findFirst().orElseThrow();
        api.put("/agents/" + tom.path("id"), Map.of("name", "Tom", "phoneOn", false, "reachable", true));
        admin.navigate(desk.url() + "/groups/group?key=night");
        assertThat(admin.locator("[aria-labelledby=now] li:has-text('Tom')")).containsText("is switched off");
        JsonNode free = api.get("/groups/night/free");
        assertEquals("ann", free.path("rung").get(0).path("key").asText());
        assertEquals("SWITCHED_OFF", free.path("notRung").get(0).path("reason").asText());
        assertEquals(30, free.path("rung").get(0).path("seconds").asInt());
        api.put("/agents/" + tom.path("id"), Map.of("name", "Tom", "reachable", true));
    }

    @Test
    void a_program_keeps_groups_too() {
        long agent = api.get("/agents").path("items").get(0).path("id").asLong();
        api.put("/groups/by-program", Map.of("name", "By program", "strategy", "BY_SKILL", "wish", "{{language}}", "members", List.of(Map.of("agent", agent, "skills", List.of("English", "Sales")))));
        JsonNode kept = api.get("/groups/by-program");
        assertEquals("BY_SKILL", kept.path("strategy").asText());
        assertEquals(20, kept.path("secondsEach").asInt(), "what is left out has its usual value");
        assertEquals("*", kept.path("declineKey").asText());
        assertEquals(50, kept.path("queue").path("mostWaiting").asInt());
        assertEquals("[\"english\",\"sales\"]", kept.path("members").get(0).path("skills").toString());
        api.put("/groups/by-program", Map.of("name", "By program", "queue", Map.of("mostWaiting", 3)));
        assertEquals(0, api.get("/groups/by-program").path("members").size());
        assertEquals(3, api.get("/groups/by-program").path("queue").path("mostWaiting").asInt());
        assertEquals("[]", api.get("/groups/by-program/uses").toString());

        HttpResponse<String> refused = api.ask("PUT", "/groups/by-program", Map.of("name", "", "rounds", 11, "members", List.of()));
        assertEquals(400, refused.statusCode());
        assertEquals("[\"name\",\"rounds\"]", DeskApi.json(refused.body()).path("errors").findValuesAsText("field").stream().map(field -> "\"" + field + "\"").toList().toString().replace(" ", ""));
        assertEquals(400, api.ask("PUT", "/groups/by-program", Map.of("name", "X", "members", List.of(Map.of("agent", 4711)))).statusCode());
        assertEquals(204, api.ask("DELETE", "/groups/by-program", null).statusCode());
        assertEquals(404, api.ask("DELETE", "/groups/by-program", null).statusCode());
    }
}
