package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Refusal;
import callward.house.Covers;
import callward.simulator.SimulatorResource.CallToPlace;
import callward.simulator.SimulatorResource.KeysToPress;
import callward.simulator.SimulatorResource.LinesHeard;
import callward.simulator.SimulatorResource.PhoneAct;
import callward.simulator.SimulatorResource.WordsToSay;
import callward.simulator.SimulatorState.SimulatorCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of telephones can ask for. */
@Covers("B01")
class SimulatorResourceTest extends InTown {

    private final SimulatorResource resource = new SimulatorResource();
    private boolean on = true;
    private boolean besideAnAccount;

    @BeforeEach
    void moveIn() {
        resource.simulator = new Simulator() {
            @Override
            Optional<Exchange> exchange() {
                return on ? Optional.of(town.exchange()) : Optional.empty();
            }

            @Override
            public boolean isBesideAnAccount() {
                return besideAnAccount;
            }

            @Override
            String withoutOurOrigin(String url) {
                return url.replace(app.url(""), "");
            }
        };
    }

    private String places(String verbs) {
        app.on("/voice", verbs);
        var sid = resource.call(new CallToPlace("+1 (555) 222-0001", NUMBER, null, null, null, null)).sid();
        town.settle();
        return sid;
    }

    private SimulatorCall call(String sid) throws InterruptedException {
        town.settle();
        return resource.state(null).calls().stream().filter(call -> call.sid().equals(sid)).findFirst().orElseThrow();
    }

    private SimulatorCall phone() throws InterruptedException {
        town.settle();
        return resource.state(null).calls().stream().filter(call -> call.direction().equals("outbound-dial")).findFirst().orElseThrow();
    }

    private static String heard(SimulatorCall call) {
        return call.lines().stream().map(line -> line.kind() + " " + line.text()).toList().toString();
    }

    private static int status(Refusal refusal) {
        return refusal.problem().status();
    }

    @Test
    void a_caller_dials_hears_presses_and_hangs_up() throws InterruptedException {
        app.on("/menu", "<Say language=\"es-ES\">Gracias</Say><Pause length=\"9\"/>");
        var sid = places("<Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather>");
        assertEquals(ANN, call(sid).from());
        resource.press(sid, new KeysToPress("1"));
        assertEquals("[RINGING ringing, SPEECH Press 1, PRESSED 1, SPEECH Gracias]", heard(call(sid)));
        assertEquals("es-ES", call(sid).lines().get(3).language());
        resource.hangUp(sid);
        assertEquals("completed", call(sid).status());
    }

    @Test
    void a_call_may_pretend_another_time_and_try_a_draft_in_its_first_request_only() throws InterruptedException {
        app.on("/voice", "<Gather numDigits=\"1\" action=\"/menu\"/>").on("/menu", "<Hangup/>");
        var sid = resource.call(new CallToPlace("anonymous", NUMBER, "+49 30 1234", "2026-12-25T08:00:00Z", 7L, null)).sid();
        town.settle();
        var first = app.wasAsked("/voice");
        assertEquals("2026-12-25T08:00:00Z", first.get("SipHeader_X-Callward-Time"));
        assertEquals("7", first.get("SipHeader_X-Callward-Script"));
        assertEquals("+49301234", first.get("ForwardedFrom"));
        assertEquals("2026-12-25T08:00:00Z", call(sid).at());
        resource.press(sid, new KeysToPress("1"));
        town.settle();
        assertNull(app.wasAsked("/menu").get("SipHeader_X-Callward-Time"));
    }

    @Test
    void the_page_is_told_what_the_carrier_waits_for() throws InterruptedException {
        app.on("/keyed", "<Record action=\"/recorded\"/>").on("/recorded", "<Hangup/>");
        var sid = places("<Gather action=\"/keyed\" finishOnKey=\"#\"><Say>Your number?</Say></Gather>");
        assertEquals(new SimulatorState.SimulatorAwaited(1, "KEYS"), call(sid).awaited());
        resource.press(sid, new KeysToPress("12#"));
        assertEquals(new SimulatorState.SimulatorAwaited(2, "SOUND"), call(sid).awaited());
        resource.hangUp(sid);
        assertNull(call(sid).awaited());
    }

    @Test
    void nothing_is_awaited_any_more_of_a_call_that_was_sent_elsewhere() throws InterruptedException {
        app.on("/elsewhere", "<Pause length=\"60\"/>").on("/recorded", "<Hangup/>");
        var sid = places("<Record action=\"/recorded\"/>");
        assertEquals("SOUND", call(sid).awaited().what());
        assertEquals(200, new Rest(town).post("/Calls/" + sid + ".json", Map.of("Url", app.url("/elsewhere"))).status());
        town.settle();
        assertEquals("in-progress", call(sid).status());
        assertNull(call(sid).awaited());
    }

    @Test
    void a_phone_with_a_habit_may_be_asked_to_wait_for_a_button() throws InterruptedException {
        resource.accustom(TOM, new PhoneAct("BUSY"));
        app.on("/voice", "<Dial>" + TOM + "</Dial>");
        var sid = resource.call(new CallToPlace(ANN, NUMBER, null, null, null, true)).sid();
        town.settle();
        town.phone(TOM).rings();
        assertEquals("ringing", phone().status());
        resource.hangUp(sid);
        town.settle();
    }

    @Test
    void beside_a_companys_account_it_is_for_supervisors() {
        besideAnAccount = true;
        resource.signedIn = new SignedIn() {
            @Override
            public boolean may(Role needed) {
                return needed == Role.AGENT;
            }
        };
        assertEquals(403, status(assertThrows(Refusal.class, () -> resource.state(null))));
    }

    @Test
    void a_phone_that_rings_is_answered_and_two_talk() throws InterruptedException {
        var sid = places("<Dial>" + TOM + "</Dial>");
        town.phone(TOM).rings();
        assertEquals("ringing", phone().status());
        assertEquals(sid, phone().parent());
        resource.act(phone().sid(), new PhoneAct("ANSWERS"));
        town.settle();
        resource.say(phone().sid(), new WordsToSay(" Hello "));
        assertTrue(heard(call(sid)).contains("VOICE Hello"), heard(call(sid)));
        resource.hangUp(phone().sid());
        assertEquals("completed", call(sid).status());
    }

    @Test
    void every_button_of_a_phone_does_what_it_says() throws InterruptedException {
        for (var button : new String[][] {{"DECLINES", "busy"}, {"BUSY", "busy"}, {"RINGS_OUT", "no-answer"}, {"DEAD", "failed"}}) {
            places("<Dial>" + TOM + "</Dial>");
            var tom = town.phone(TOM).rings();
            resource.act(tom.callSid(), new PhoneAct(button[0]));
            assertEquals(button[1], call(tom.callSid()).status(), button[0]);
        }
        var sid = places("<Dial>" + TOM + "</Dial>");
        resource.act(town.phone(TOM).rings().callSid(), new PhoneAct("VOICEMAIL"));
        assertTrue(heard(call(sid)).contains("you have reached the voicemail"), heard(call(sid)));
    }

    @Test
    void a_phone_keeps_its_habit() throws InterruptedException {
        resource.accustom(TOM, new PhoneAct("BUSY"));
        town.phone(TOM).isAlwaysBusy();
        var sid = places("<Dial>" + TOM + "</Dial><Say>Busy</Say>");
        assertEquals("completed", call(sid).status());
        assertEquals("BUSY", resource.state(null).phones().get(0).habit());
        assertEquals("BUSY", town.exchange().account.habit(TOM));
    }

    @Test
    void a_voice_may_be_lent() throws InterruptedException, IOException {
        app.on("/there", CustomerApp.Reply.of(204, null, "")).on("/recorded", "<Hangup/>");
        var sid = places("<Record action=\"/recorded\" recordingStatusCallback=\"/there\"/>");
        resource.goOnSpeaking(sid);
        resource.speak(sid, "my own voice", new ByteArrayInputStream(WaveFile.bytes(Sound.silence(Duration.ofSeconds(3)))));
        resource.press(sid, new KeysToPress("#"));
        assertEquals("3", app.wasAsked("/there").get("RecordingDuration"));
        var refused = assertThrows(Refusal.class, () -> resource.speak(places("<Record action=\"/recorded\"/>"), null, new ByteArrayInputStream(new byte[9])));
        assertEquals(400, status(refused));
    }

    @Test
    void a_sound_of_this_server_is_played_wherever_the_page_was_opened() throws InterruptedException {
        app.on("/hello.wav", new CustomerApp.Reply(200, "audio/wav", WaveFile.bytes(Sound.hummed("hello")), java.util.Map.of()));
        assertTrue(heard(call(places("<Play>/hello.wav</Play>"))).contains("SOUND /hello.wav"));
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        var sid = places("<Pause length=\"60\"/>");
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.call(new CallToPlace("Ann", NUMBER, null, null, null, null)))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.call(new CallToPlace(ANN, "+15550009999", null, null, null, null)))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.call(new CallToPlace(ANN, NUMBER, "Ann", null, null, null)))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.call(new CallToPlace(ANN, NUMBER, null, "Sunday", null, null)))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.press(sid, new KeysToPress("x")))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.say(sid, new WordsToSay(" ")))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.accustom("tom", new PhoneAct("BUSY")))));
        assertEquals(400, status(assertThrows(Refusal.class, () -> resource.accustom(TOM, new PhoneAct("EXPLODES")))));
        assertEquals(409, status(assertThrows(Refusal.class, () -> resource.act(sid, new PhoneAct("ANSWERS")))));
        assertEquals(404, status(assertThrows(Refusal.class, () -> resource.hangUp("CA1"))));
        resource.hangUp(sid);
        town.settle();
        assertEquals(409, status(assertThrows(Refusal.class, () -> resource.hangUp(sid))));
    }

    @Test
    void the_log_tells_each_request_whole() throws InterruptedException {
        places("<Say>Hello</Say>");
        var webhook = resource.state(null).webhooks().get(0);
        assertEquals("/voice", webhook.path());
        assertEquals("POST", webhook.method());
        var whole = resource.webhook(webhook.number());
        assertTrue(whole.answer().contains("<Say>Hello</Say>"));
        assertEquals(ANN, whole.parameters().get("From").get(0));
        assertEquals(404, status(assertThrows(Refusal.class, () -> resource.webhook(99))));
    }

    @Test
    void whoever_waits_is_told_as_soon_as_something_happens() throws Exception {
        var sid = places("<Pause length=\"60\"/>");
        var known = resource.state(null).version();
        var news = CompletableFuture.supplyAsync(() -> {
            try {
                return resource.state(known);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertFalse(news.isDone());
        resource.hear(sid, new LinesHeard(1));
        resource.press(sid, new KeysToPress("5"));
        assertTrue(news.get(10, TimeUnit.SECONDS).version() > known);
    }

    @Test
    void switched_off_there_is_nothing() {
        on = false;
        assertEquals(404, status(assertThrows(Refusal.class, () -> resource.state(null))));
    }
}
