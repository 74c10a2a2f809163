package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueTest extends InTown {

    private static final String DESK = "+15550100200";

    private Caller annWaits() {
        app.on("/wait", "<Say>You are waiting</Say>").on("/queued", "<Say>Back from the queue</Say>");
        return annHears("<Enqueue action=\"/queued\" waitUrl=\"/wait\">support</Enqueue>").hears("you are waiting");
    }

    private Caller tomFetches(String dial) {
        town.number(DESK, app.url("/desk"));
        app.on("/desk", dial);
        return town.calls(Town.from(TOM), Town.to(DESK));
    }

    @Test
    void a_caller_waits_until_somebody_takes_him_out() {
        app.on("/before", "<Say>Here comes Tom</Say>").on("/done", "<Say>Well done</Say>");
        var ann = annWaits();
        town.passes(Duration.ofSeconds(30));
        var tom = tomFetches("<Dial action=\"/done\"><Queue url=\"/before\">support</Queue></Dial>");
        ann.hears("here comes tom").isConnected().says("At last");
        tom.hears("at last").says("Sorry").presses("1");
        ann.hears("sorry").hangsUp();
        tom.hears("well done").endsAs("completed");
        var before = app.wasAsked("/before");
        assertEquals(tom.callSid(), before.get("DequeingCallSid"));
        assertEquals(ann.callSid(), before.get("CallSid"));
        assertEquals("30", before.get("QueueTime"));
        assertEquals("bridged", app.wasAsked("/queued").get("QueueResult"));
        assertEquals("completed", app.wasAsked("/done").get("DialCallStatus"));
        assertEquals("true", app.wasAsked("/done").get("DialBridged"));
    }

    @Test
    void the_wait_document_is_asked_for_again_and_knows_the_place() {
        annWaits();
        var first = app.wasAsked("/wait");
        assertEquals("1", first.get("QueuePosition"));
        assertEquals("1", first.get("CurrentQueueSize"));
        assertEquals("0", first.get("QueueTime"));
        town.passes(Duration.ofSeconds(10));
        assertTrue(app.asked("/wait").size() >= 3);
        assertTrue(Integer.parseInt(app.asked("/wait").getLast().get("QueueTime")) >= 5);
    }

    @Test
    void after_the_talk_the_queues_action_goes_on() {
        var ann = annWaits();
        var tom = tomFetches("<Dial><Queue>support</Queue></Dial>");
        ann.isConnected();
        tom.hangsUp().endsAs("completed");
        ann.hears("back from the queue").endsAs("completed");
        assertEquals("bridged", app.wasAsked("/queued").get("QueueResult"));
    }

    @Test
    void a_member_who_hangs_up_after_the_talk_has_begun_is_told_of_as_one_who_is_gone() {
        app.on("/done", "<Say>Well done</Say>");
        var ann = annWaits();
        var tom = tomFetches("<Dial action=\"/done\"><Queue>support</Queue></Dial>");
        ann.isConnected().hangsUp().endsAs("completed");
        tom.hears("well done").endsAs("completed");
        assertEquals("bridged", app.wasAsked("/queued").get("QueueResult"));
        assertEquals("completed", app.wasAsked("/queued").get("CallStatus"));
        assertEquals("in-progress", app.wasAsked("/done").get("CallStatus"), "who remains can be told apart from who has left");
    }

    @Test
    void who_is_moved_out_of_a_dial_by_rest_waits_in_a_queue_and_is_fetched_there() {
        app.on("/voice", "<Dial action=\"/dialled\">" + TOM + "</Dial>").on("/dialled", "<Enqueue action=\"/queued\">support</Enqueue>").on("/queued", "<Say>Bye</Say>")
                .on("/aside", "<Enqueue action=\"/back\">aside</Enqueue>").on("/back", "<Dial><Queue>support</Queue></Dial>");
        var ann = annCalls();
        var tom = town.phone(TOM).rings().answers().isConnected();
        ann.isConnected();
        assertEquals(200, new Rest(town).post("/Calls/" + tom.callSid() + ".json", Map.of("Url", app.url("/aside"))).status());
        ann.hearsMusic();
        assertEquals("completed", app.wasAsked("/dialled").get("DialCallStatus"));
        tom.hearsMusic();
        assertEquals(1, town.exchange().queue("aside").orElseThrow().members().size());
        ann.hangsUp().endsAs("completed");
        tom.hangsUp().endsAs("completed");
    }

    @Test
    void leave_ends_the_wait() {
        app.on("/wait", "<Leave/>").on("/queued", "<Say>Left</Say>");
        annHears("<Enqueue action=\"/queued\" waitUrl=\"/wait\">support</Enqueue>").hears("left").endsAs("completed");
        assertEquals("leave", app.wasAsked("/queued").get("QueueResult"));
    }

    @Test
    void hanging_up_while_waiting_is_told() {
        annWaits().hangsUp().endsAs("completed").neverHeard("back from the queue");
        assertEquals("hangup", app.wasAsked("/queued").get("QueueResult"));
        assertEquals("completed", app.wasAsked("/queued").get("CallStatus"));
        assertTrue(town.exchange().queue("support").orElseThrow().members().isEmpty());
    }

    @Test
    void without_a_wait_document_there_is_music() {
        annHears("<Enqueue>support</Enqueue>").hearsMusic().hangsUp().endsAs("completed");
    }

    @Test
    void a_full_queue_takes_nobody_in() {
        app.on("/voice", "<Enqueue maxQueueSize=\"1\" action=\"/queued\">support</Enqueue>").on("/queued", "<Say>Full</Say>");
        annCalls().hearsMusic();
        town.calls(Town.from(BO), Town.to(NUMBER)).hears("full").endsAs("completed");
        assertEquals("queue-full", app.wasAsked("/queued").get("QueueResult"));
    }

    @Test
    void whoever_dials_an_empty_queue_waits_for_somebody_to_join() {
        annWaits().hangsUp().endsAs("completed");
        var tom = tomFetches("<Dial timeout=\"20\" action=\"/done\"><Queue>support</Queue></Dial>");
        town.settle();
        var second = town.calls(Town.from(BO), Town.to(NUMBER)).isConnected();
        second.says("Lucky");
        tom.hears("lucky");
    }

    @Test
    void an_empty_queue_is_given_up_after_the_time_out() {
        annWaits().hangsUp().endsAs("completed");
        app.on("/done", "<Say>The caller has gone</Say>");
        tomFetches("<Dial timeout=\"5\" action=\"/done\"><Queue>support</Queue></Dial>").waitsInSilence().hears("the caller has gone");
        assertEquals("no-answer", app.wasAsked("/done").get("DialCallStatus"));
    }

    @Test
    void an_unknown_queue_fails() {
        app.on("/done", "<Hangup/>");
        tomFetches("<Dial action=\"/done\"><Queue>nowhere</Queue></Dial>").endsAs("completed");
        assertEquals("failed", app.wasAsked("/done").get("DialCallStatus"));
    }

    @Test
    void a_member_may_be_taken_out_by_rest() {
        var ann = annWaits();
        app.on("/elsewhere", "<Say>Elsewhere</Say>");
        var queue = town.exchange().queue("support").orElseThrow();
        var rest = new Rest(town);
        assertEquals(200, rest.post("/Queues/" + queue.sid() + "/Members/Front.json", Map.of("Url", app.url("/elsewhere"))).status());
        ann.hears("elsewhere").endsAs("completed");
        assertEquals("redirected", app.wasAsked("/queued").get("QueueResult"));
    }

    @Test
    void a_dial_is_not_allowed_while_waiting() {
        app.on("/wait", "<Dial>" + TOM + "</Dial>");
        annHears("<Enqueue waitUrl=\"/wait\">support</Enqueue>").endsAs("completed");
        town.alerts(13201);
    }
}
