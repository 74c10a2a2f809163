package callward.journey;

import static callward.simulator.Town.from;
import static callward.simulator.Town.to;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.simulator.Caller;
import callward.simulator.Telephone;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A line of its own, with a script, and people of its own who answer it: what happens here disturbs nobody elsewhere. */
final class BranchOffice {

    /** How the last step of most scripts is written. */
    static final String MESSAGE = """
            {"kind": "take-message", "id": "message", "mailbox": "main", "says": [{"text": "Please leave a message."}], "silenceSeconds": 60, "finishKeys": "#",
             "thanks": [{"text": "Thank you."}]}""";
    static final String RING = """
            {"kind": "ring-group", "id": "ring", "says": [{"text": "One moment."}], "group": "GROUP", "unanswered": "message"}""";

    /** So long that no clock of the product's decides while a server starts: who rings, waits or is asked, does so until somebody does something. */
    private static final int PATIENT_SECONDS = 600;
    /** A single telephone may ring no longer. */
    private static final int PATIENT_RINGING_SECONDS = 120;
    private static final String WORDS = "Please call me back, the blue widget squeaks again and again";

    private final MortalDesk desk;
    private final int number;
    private final List<Long> agents = new ArrayList<>();
    private final List<Telephone> phones = new ArrayList<>();
    private final long line;

    /** @param steps of the script, the first one first; GROUP stands for the key of its group */
    BranchOffice(MortalDesk desk, int number, int people, String strategy, String... steps) {
        this.desk = desk;
        this.number = number;
        for (int who = 0; who < people; who++) {
            join(who);
        }
        desk.api.put("/groups/" + group(), Map.of("name", "Group " + number, "strategy", strategy, "secondsEach", PATIENT_SECONDS, "secondsTotal", 3600, "rounds", 1,
                "silenceSeconds", 30, "members", agents.stream().map(id -> Map.of("agent", id)).toList()));
        desk.town.number(lineNumber(), Map.of("VoiceUrl", desk.server.url() + "/twilio/voice", "VoiceFallbackUrl", desk.server.url() + "/twilio/fallback",
                "StatusCallback", desk.server.url() + "/twilio/ended"));
        line = desk.api.post("/lines", Map.of("number", lineNumber(), "name", "Branch " + number, "script", script(String.join(",", steps)), "rent", false)).path("id").asLong();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.api.get("/lines/" + line).path("pointed").asBoolean());
    }

    private void join(int who) {
        String name = username(who);
        desk.api.post("/accounts", Map.of("username", name, "name", name(who), "role", "AGENT"));
        long agent = desk.api.post("/agents", Map.of("account", name, "agent", Map.of("name", name(who), "reachable", true))).path("id").asLong();
        desk.api.put("/destinations/" + name, Map.of("label", name(who), "address", numberOf(2, who), "agentId", agent, "ringSeconds", PATIENT_RINGING_SECONDS));
        agents.add(agent);
        phones.add(desk.phone(numberOf(2, who)));
    }

    private long script(String steps) {
        JsonNode text = DeskApi.json("{\"steps\": [" + steps.replace("GROUP", group()) + "]}");
        JsonNode whole = DeskApi.json("{\"first\": " + text.at("/steps/0/id") + ", \"steps\": " + text.path("steps") + "}");
        long script = desk.api.post("/scripts", Map.of("name", "Branch " + number, "steps", whole)).path("id").asLong();
        desk.api.post("/scripts/" + script + "/publish", Map.of("version", desk.api.get("/scripts/" + script + "/draft").path("version").asInt(), "note", "branch"));
        return script;
    }

    /** An example's number, of this office only. */
    private String numberOf(int kind, int which) {
        return "+15550%02d%d%03d".formatted(number, kind, which);
    }

    private String lineNumber() {
        return numberOf(1, 0);
    }

    String group() {
        return "branch-" + number;
    }

    private String username(int who) {
        return "b" + number + "-" + who;
    }

    private String name(int who) {
        return "Agent " + number + "-" + who;
    }

    Telephone phone(int who) {
        return phones.get(who);
    }

    long agent(int who) {
        return agents.get(who);
    }

    /** A customer, another one in each life. */
    Caller isCalled(int life) {
        return desk.town.calls(from(numberOf(3, life)), to(lineNumber()));
    }

    /** Another customer. */
    Caller isCalledToo(int life) {
        return desk.town.calls(from(numberOf(4, life)), to(lineNumber()));
    }

    Caller isCalledBy(Telephone customer) {
        return desk.town.calls(from(number(customer)), to(lineNumber()));
    }

    private static String number(Telephone telephone) {
        return telephone.toString().replace("phone ", "");
    }

    /** His telephone. */
    Telephone customer(int life) {
        return desk.phone(numberOf(3, life));
    }

    /** Agent 0 wants to call somebody. @return his telephone */
    Telephone calls(Telephone customer) {
        desk.asks(token(), "/calls", Map.of("to", number(customer), "line", line));
        return phone(0);
    }

    /** What came of the last call that agent 0 wanted. */
    String wish() {
        return DeskApi.json(desk.server.get("/api/v1/me/agent/outgoing", "Authorization", "Bearer " + token()).body()).at("/call/state").asText();
    }

    /** Agent 0 tries his own telephone. */
    Telephone triesHisTelephone() {
        desk.asks(token(), "/me/agent/devices/" + username(0) + "/ring", Map.of());
        return phone(0);
    }

    private String token;

    private String token() {
        if (token == null) {
            token = desk.tokenOf(username(0));
        }
        return token;
    }

    /** The caller is sent to another agent. */
    void transfers(Caller caller, int who) {
        desk.api.post("/calls/" + caller.callSid() + "/transfer", Map.of("agent", agent(who)));
    }

    /** Another agent is asked about the caller, who waits. */
    void asksFirst(Caller caller, int who) {
        desk.api.post("/calls/" + caller.callSid() + "/transfer", Map.of("agent", agent(who), "ask", true));
    }

    /** Whom agent 0 has called is sent to another agent. @return SID of the call that he goes on in */
    String sendsOn(Telephone agent, Telephone customer, int who) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::wish, "TALKING"::equals); // we hear of it from the carrier, a moment later
        desk.api.post("/calls/" + agent.callSid() + "/transfer", Map.of("agent", agent(who)));
        return customer.callSid();
    }

    /** He hears who calls, takes the call, and the two hear each other. */
    void takes(Caller caller, int who) {
        phone(who).answers().hears("Call for").presses("5");
        meet(caller, phone(who));
    }

    void meet(Caller caller, Telephone phone) {
        meet(caller, phone, 1);
    }

    /** @param times how often they have met by then */
    void meet(Caller caller, Telephone phone, int times) {
        phone.isConnectedTo(caller, times);
        phone.says("Widgets, how can I help?");
        caller.hears("how can I help").says("My widget squeaks");
        phone.hears("squeaks");
    }

    /** They have talked, and that is in the log. */
    void part(Caller caller, int who) {
        phone(who).hangsUp();
        caller.isCutOff();
        JsonNode call = desk.cameTo("ANSWERED", caller.callSid());
        assertTrue(call.path("answeredBy").asText().contains(name(who)), call::toString);
    }

    void isTakenAndTalks(Caller caller, int who) {
        takes(caller, who);
        part(caller, who);
    }

    void leavesMessage(Caller caller) {
        caller.hears("leave a message").hearsTone();
        saysAfterTheTone(caller);
    }

    void saysAfterTheTone(Caller caller) {
        caller.says(WORDS).presses("#").hears("Thank you").isCutOff();
        desk.messageLeft();
    }

    void cameTo(String outcome, String callSid) {
        desk.cameTo(outcome, callSid);
    }
}
