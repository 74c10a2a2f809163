package callward.journey;

import static callward.simulator.Town.from;
import static callward.simulator.Town.to;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import callward.simulator.Caller;
import callward.simulator.Telephone;
import callward.simulator.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers wait for a group of three, on the telephone or for a call of ours; the live board shows it. */
class QueueJourneyIT {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";
    private static final String JANE = "+15550109999";
    /** A number that somebody could have: nobody else is called back. */
    private static final String RICHARD = "+12125550123";

    private static final Town TOWN = Town.whereTimeStandsStill().waitsAtMost(Duration.ofSeconds(40));
    private static DeskServer desk;
    private static DeskApi api;
    private final Telephone tom = TOWN.phone("+15550100201");
    private final Telephone ann = TOWN.phone("+15550100202");

    @BeforeAll
    static void start() {
        desk = new DeskServer("queue").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).with("CALLWARD_TWILIO_API_URL", TOWN.restUrl())
                .with("CALLWARD_TWILIO_ACCOUNT_SID", TOWN.accountSid()).with("CALLWARD_TWILIO_AUTH_TOKEN", TOWN.authToken()).start();
        TOWN.number(LINE, Map.of("VoiceUrl", desk.url() + "/twilio/voice", "VoiceFallbackUrl", desk.url() + "/twilio/fallback",
                "StatusCallback", desk.url() + "/twilio/ended"));
        api = new DeskApi(desk);
        long script = api.get("/scripts").at("/items/0/id").asLong();
        JsonNode draft = api.put("/scripts/" + script + "/draft", Map.of("version", api.get("/scripts/" + script + "/draft").path("version").asInt(),
                "steps", DeskApi.json("""
                        {"first": "queue", "steps": [
                          {"kind": "hold", "id": "queue", "says": [{"text": "Please hold."}], "group": "support", "message": "message", "callback": true, "unanswered": "message"},
                          {"kind": "take-message", "id": "message", "mailbox": "main", "says": [{"text": "Please leave a message."}], "finishKeys": "#"}]}""")));
        assertEquals("[]", draft.path("problems").toString());
        api.post("/scripts/" + script + "/publish", Map.of("version", draft.path("version").asInt(), "note", "queue", "reason", "callers wait now"));
        ObjectNode group = api.get("/groups/support").deepCopy();
        group.remove("key");
        group.path("members").forEach(member -> ((ObjectNode) member).remove("name"));
        api.put("/groups/support", group.put("strategy", "IN_ORDER").put("asks", true).putNull("calendar"));
    }

    @AfterAll
    static void stop() {
        desk.close();
        TOWN.close();
    }

    @AfterEach
    void nothingUnexpected() {
        TOWN.quiet();
    }

    @Test
    @Covers({"S1.11", "S1.12"})
    void agents_are_asked_one_after_another_and_whoever_accepts_talks_to_the_caller() {
        Caller john = TOWN.calls(from(JOHN), to(LINE)).hears("Please hold").hears("You are the next caller").hears("press 1");
        tom.rings().answers().hears("From John Doe").presses("*");
        tom.isCutOff();
        ann.rings().answers().hears("From John Doe").presses("1");
        john.isConnected();
        ann.isConnected().says("Widgets, Ann speaking");
        john.hears("Ann speaking").says("My widget squeaks");
        ann.hears("squeaks").hangsUp();
        john.isCutOff();
        JsonNode call = ended(john);
        assertEquals("ANSWERED Ann", call.path("outcome").asText() + " " + call.path("answeredBy").asText());
    }

    @Test
    @Covers({"S1.11", "S1.13"})
    void who_wants_to_be_called_back_keeps_his_place_and_the_board_shows_who_waits() {
        try (Browser browser = new Browser(desk.url())) {
            List<Page> desks = List.of(browser.signIn("tom", desk.password()), browser.signIn("ann", desk.password()), browser.signIn("bo", desk.password()));
            desks.forEach(his -> phones(his, false));
            Page wall = browser.signIn("admin", desk.password());
            wall.navigate(desk.url() + "/board/");
            Caller richard = TOWN.calls(from(RICHARD), to(LINE)).hears("You are the next caller");
            assertThat(wall.locator("#board-waiting li")).hasCount(1);
            Caller jane = TOWN.calls(from(JANE), to(LINE)).hears("You are number 2 in the queue");
            assertThat(wall.locator("#board-waiting li")).hasCount(2);
            assertThat(wall.locator("#board-waiting li").first()).containsText(RICHARD);
            richard.presses("2").hears("We will call you back at").presses("1#").hears("You keep your place").isCutOff();
            assertThat(wall.locator("#board-waiting li").first()).containsText("To be called back");
            assertEquals("CALLBACK", api.get("/groups/support/waiting").at("/items/0/state").asText());
            assertEquals("MISSED", ended(richard).path("outcome").asText());

            phones(desks.getFirst(), true);
            tom.rings().answers().hears("Callback for").presses("1");
            Telephone home = TOWN.phone(RICHARD).rings();
            assertEquals(LINE, home.display());
            home.answers();
            home.says("Hello?");
            tom.hears("Hello?").hangsUp();
            home.isCutOff();
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get("/calls/" + richard.callSid()).path("outcome").asText().equals("ANSWERED"));
            assertEquals("Tom", api.get("/calls/" + richard.callSid()).path("answeredBy").asText());

            tom.rings().answers().hears("Call for").presses("1");
            jane.isConnected().hangsUp();
            tom.isCutOff();
            assertThat(wall.locator("#board-queue")).isHidden();
            desks.subList(1, 3).forEach(his -> phones(his, true));
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void a_caller_who_hangs_up_stops_the_ringing_and_one_who_would_rather_leave_a_message_does() {
        Caller john = TOWN.calls(from(JOHN), to(LINE)).hears("You are the next caller");
        tom.rings();
        john.hangsUp();
        tom.stopsRinging();
        assertEquals("MISSED", ended(john).path("outcome").asText());
        Caller jane = TOWN.calls(from(JANE), to(LINE)).hears("press 1");
        tom.rings();
        jane.presses("1").hears("leave a message").hearsTone().says("Please call me back, the blue widget squeaks again and again").presses("#");
        tom.stopsRinging();
        jane.isCutOff();
        assertEquals("VOICEMAIL", ended(jane).path("outcome").asText());
    }

    private static void phones(Page his, boolean on) {
        his.click("#own [data-switch=phoneOn]");
        assertThat(his.locator("#own [data-own=state]")).hasText(on ? "You can be rung" : "Telephones off");
    }

    private static JsonNode ended(Caller caller) {
        String call = "/calls/" + caller.callSid();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get(call).path("endedAt").isTextual());
        return api.get(call);
    }
}
