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

/** Callers ring a group of three: what its members do with their telephones and on their desks, and what the page of the call tells of it. */
class GroupsJourneyIT {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";

    private static final Town TOWN = Town.whereTimeStandsStill().waitsAtMost(Duration.ofSeconds(40));
    private static DeskServer desk;
    private static DeskApi api;
    private final Telephone tom = TOWN.phone("+15550100201");
    private final Telephone ann = TOWN.phone("+15550100202");
    private final Telephone bo = TOWN.phone("+15550100203");

    @BeforeAll
    static void start() {
        desk = new DeskServer("groups").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).with("CALLWARD_TWILIO_API_URL", TOWN.restUrl())
                .with("CALLWARD_TWILIO_ACCOUNT_SID", TOWN.accountSid()).with("CALLWARD_TWILIO_AUTH_TOKEN", TOWN.authToken()).start();
        TOWN.number(LINE, Map.of("VoiceUrl", desk.url() + "/twilio/voice", "VoiceFallbackUrl", desk.url() + "/twilio/fallback",
                "StatusCallback", desk.url() + "/twilio/ended"));
        api = new DeskApi(desk);
        long script = api.get("/scripts").at("/items/0/id").asLong();
        JsonNode draft = api.put("/scripts/" + script + "/draft", Map.of("version", api.get("/scripts/" + script + "/draft").path("version").asInt(),
                "steps", DeskApi.json("""
                        {"first": "ring", "steps": [
                          {"kind": "ring-group", "id": "ring", "says": [{"text": "One moment."}], "group": "support", "nobodyFree": "nobody", "unanswered": "message"},
                          {"kind": "greet", "id": "nobody", "says": [{"text": "Nobody is here today."}], "next": "message"},
                          {"kind": "take-message", "id": "message", "mailbox": "main", "says": [{"text": "Please leave a message."}], "finishKeys": "#"}]}""")));
        assertEquals("[]", draft.path("problems").toString());
        api.post("/scripts/" + script + "/publish", Map.of("version", draft.path("version").asInt(), "note", "groups", "reason", "it rings a group now"));
        ringsAtOnce(true);
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
    @Covers({"S1.02", "S1.06", "S1.07", "B06"})
    void the_first_who_accepts_is_connected_though_a_voicemail_picked_up_first() {
        Caller john = TOWN.calls(from(JOHN), to(LINE)).hears("One moment");
        tom.rings();
        ann.rings();
        bo.rings();
        tom.voicemailAnswers();
        ann.stopsRinging();
        bo.stopsRinging();
        tom.hears("Press any key").waitsInSilence().isCutOff();
        bo.rings();
        ann.rings().answers().hears("From John Doe").presses("5");
        bo.stopsRinging();
        ann.isConnected().says("Widgets, Ann speaking");
        john.hears("Ann speaking").says("My widget squeaks");
        ann.hears("squeaks").hangsUp();
        john.isCutOff();
        assertEquals("ANSWERED", ended(john).path("outcome").asText());
        assertEquals("Ann", ended(john).path("answeredBy").asText());
        try (Browser browser = new Browser(desk.url())) {
            Page admin = browser.signIn("admin", desk.password());
            admin.navigate(desk.url() + "/calls/call?id=" + john.callSid());
            assertThat(admin.locator("[aria-labelledby=legs] tr:has-text('Tom')")).containsText("silent");
            assertThat(admin.locator("[aria-labelledby=legs] tr:has-text('Ann')").last()).containsText("Talked");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    @Covers({"B06", "S1.12"})
    void whoever_declines_is_left_alone_and_a_wrong_key_is_asked_again() {
        change(group -> group.put("acceptKey", "1"));
        try {
            Caller john = TOWN.calls(from(JOHN), to(LINE));
            tom.rings();
            bo.rings();
            ann.rings().answers().hears("Press 1").presses("4").hears("another key").presses("*");
            ann.isCutOff();
            bo.rings();
            tom.rings().answers().hears("Press 1").presses("1");
            bo.stopsRinging();
            tom.isConnected().says("Hello");
            john.hears("Hello");
            tom.hangsUp();
            john.isCutOff();
            assertEquals("Tom", ended(john).path("answeredBy").asText());
        } finally {
            change(group -> group.putNull("acceptKey"));
        }
    }

    @Test
    @Covers({"S1.03", "S1.08", "B04"})
    void who_is_out_of_office_or_talks_is_not_rung_and_the_page_says_why() {
        try (Browser browser = new Browser(desk.url())) {
            Page onTomsDesk = browser.signIn("tom", desk.password());
            onTomsDesk.click("#own [data-own=today]");
            assertThat(onTomsDesk.locator("#own [data-own=state]")).hasText("Out of office");
            Caller first = TOWN.calls(from(JOHN), to(LINE));
            bo.rings();
            ann.rings().answers().hears("Call for").presses("0");
            bo.stopsRinging();
            ann.isConnected();

            Caller second = TOWN.calls(from("+15550109999"), to(LINE));
            bo.rings().declines();
            second.hears("leave a message").hangsUp();
            ann.hangsUp();
            first.isCutOff();
            assertEquals(Map.of("Tom", "OUT_OF_OFFICE", "Ann", "ON_A_CALL"), notRung(second));

            Page admin = browser.signIn("admin", desk.password());
            admin.navigate(desk.url() + "/calls/call?id=" + second.callSid());
            assertThat(admin.locator("#record")).containsText("is out of office");
            assertThat(admin.locator("#record")).containsText("is on a call");
            onTomsDesk.click("#own [data-own=back]");
            assertThat(onTomsDesk.locator("#own [data-own=state]")).hasText("You can be rung");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    @Covers("S1.04")
    void a_member_who_calls_in_cannot_call_himself_or_is_only_left_out() {
        TOWN.calls(from("+15550100201"), to(LINE)).hears("cannot call yourself").isCutOff();
        try (Browser browser = new Browser(desk.url())) {
            Page admin = browser.signIn("admin", desk.password());
            admin.navigate(desk.url() + "/groups/group?key=support");
            admin.uncheck("[id='group:dropsMembers']");
            admin.click("[id='group:save']");
            assertThat(admin.locator(".ui-growl-item")).containsText("Support");
            Caller tomCalls = TOWN.calls(from("+15550100201"), to(LINE)).hears("One moment");
            bo.rings();
            ann.rings().answers().hears("Call for").presses("1");
            bo.stopsRinging();
            ann.isConnected().hangsUp();
            tomCalls.isCutOff();
            assertEquals(Map.of("Tom", "IS_CALLER"), notRung(tomCalls));
            assertEquals(List.of(), browser.complaints());
        } finally {
            change(group -> group.put("dropsMembers", true));
        }
    }

    @Test
    @Covers({"S1.09", "S1.03"})
    void where_nobody_is_there_the_caller_hears_so_and_leaves_a_message() {
        try (Browser browser = new Browser(desk.url())) {
            Page onTomsDesk = browser.signIn("tom", desk.password());
            Page onAnnsDesk = browser.signIn("ann", desk.password());
            Page onBosDesk = browser.signIn("bo", desk.password());
            for (Page his : List.of(onTomsDesk, onAnnsDesk, onBosDesk)) {
                his.click("#own [data-switch=phoneOn]");
                assertThat(his.locator("#own [data-own=state]")).hasText("Telephones off");
            }
            try {
                Caller john = TOWN.calls(from(JOHN), to(LINE)).hears("Nobody is here today").hears("leave a message").hearsTone()
                        .says("Please call me back, the blue widget squeaks again and again").presses("#");
                john.isCutOff();
                assertEquals("VOICEMAIL", ended(john).path("outcome").asText());
                assertEquals(Map.of("Tom", "SWITCHED_OFF", "Ann", "SWITCHED_OFF", "Bo", "SWITCHED_OFF"), notRung(john));
            } finally {
                for (Page his : List.of(onTomsDesk, onAnnsDesk, onBosDesk)) {
                    his.click("#own [data-switch=phoneOn]");
                    assertThat(his.locator("#own [data-own=state]")).hasText("You can be rung");
                }
            }
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    @Covers("S3.03")
    void in_order_the_first_is_rung_and_then_the_next() {
        ringsAtOnce(false);
        try {
            Caller john = TOWN.calls(from(JOHN), to(LINE));
            tom.rings().isDead();
            ann.rings().ringsOut();
            bo.rings().answers().hears("Call for").presses("1");
            john.isConnected().hangsUp();
            bo.isCutOff();
        } finally {
            ringsAtOnce(true);
        }
    }

    private static void ringsAtOnce(boolean atOnce) {
        change(group -> group.put("strategy", atOnce ? "ALL_AT_ONCE" : "IN_ORDER").put("rounds", 1).put("secondsEach", 20).put("secondsTotal", 120).put("asks", true));
    }

    private static void change(java.util.function.Consumer<ObjectNode> change) {
        ObjectNode group = api.get("/groups/support").deepCopy();
        group.remove("key");
        group.path("members").forEach(member -> ((ObjectNode) member).remove("name"));
        change.accept(group);
        api.put("/groups/support", group);
    }

    private static JsonNode ended(Caller caller) {
        String call = "/calls/" + caller.callSid();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> api.get(call).path("endedAt").isTextual());
        return api.get(call);
    }

    private static Map<String, String> notRung(Caller caller) {
        Map<String, String> reasons = new java.util.HashMap<>();
        ended(caller);
        api.get("/calls/" + caller.callSid() + "/record").path("notRung").forEach(one -> reasons.put(one.path("label").asText(), one.path("why").asText()));
        return reasons;
    }
}
