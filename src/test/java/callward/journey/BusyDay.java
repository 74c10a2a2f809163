package callward.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Lets the demo company live through a few calls on its simulated telephones, so that no list is empty. */
final class BusyDay {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";
    private static final List<String> PHONES = List.of("+15550100201", "+15550100202", "+15550100203");

    private final DeskServer desk;
    private final DeskApi api;

    BusyDay(DeskServer desk) {
        this.desk = desk;
        api = new DeskApi(desk);
    }

    /** Afterwards there are two calls that are over, one that goes on, and a message. */
    void happens() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> line().path("leadsSomewhere").asBoolean());
        PHONES.forEach(phone -> api.put("/simulator/phones/" + phone, Map.of("does", "DECLINES")));
        aCallerLeavesAMessage();
        aCallerTalksToTom();
        String waiting = dials("+15550107777");
        hears(waiting, "press 1");
        api.put("/greetings/closed", Map.of("name", "Closed", "words", "We are closed today."));
    }

    private void aCallerLeavesAMessage() {
        String john = dials(JOHN);
        hears(john, "press 1");
        presses(john, "1");
        hears(john, "ticket number");
        presses(john, "1234#");
        try (Breath breath = new Breath(desk, john)) {
            hears(john, "leave a message");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> skips(john).findValuesAsText("kind").contains("TONE"));
            api.post("/simulator/calls/" + john + "/words", Map.of("words", "Please call me back, my widget squeaks"));
            presses(john, "#");
        }
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            skips(john);
            return api.get("/voicemails").at("/items/0/audio").asBoolean();
        });
    }

    private void aCallerTalksToTom() {
        api.put("/simulator/phones/" + PHONES.getFirst(), Map.of("does", "ANSWERS"));
        String john = dials(JOHN);
        hears(john, "press 1");
        presses(john, "2");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            skips(john);
            return api.get("/simulator").path("calls").findValuesAsText("status").contains("in-progress") && isAnswered(john);
        });
        api.post("/simulator/calls/" + john + "/hang-up", null);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/calls?outcome=ANSWERED").path("total").asInt() > 0);
    }

    private boolean isAnswered(String john) {
        for (JsonNode leg : api.get("/calls/" + john + "/legs")) {
            if (leg.path("state").asText().equals("ANSWERED")) {
                return true;
            }
        }
        return false;
    }

    private String dials(String from) {
        return api.post("/simulator/calls", Map.of("from", from, "to", LINE)).path("sid").asText();
    }

    private void presses(String sid, String keys) {
        api.post("/simulator/calls/" + sid + "/keys", Map.of("keys", keys));
    }

    private void hears(String sid, String words) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> skips(sid).findValuesAsText("text").stream().anyMatch(text -> text.contains(words)));
    }

    /** What was said on the call so far; the caller has heard it and need not wait for its end. */
    private JsonNode skips(String sid) {
        for (JsonNode call : api.get("/simulator").path("calls")) {
            if (call.path("sid").asText().equals(sid)) {
                JsonNode lines = call.path("lines");
                if (call.path("ended").isMissingNode() || call.path("ended").isNull()) {
                    int last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("number").asInt();
                    int answer = api.ask("POST", "/simulator/calls/" + sid + "/heard", Map.of("upTo", last)).statusCode();
                    assertTrue(answer / 100 == 2 || answer == 409, () -> "nobody hears it any more, or he does; but " + answer); // 409: it ended since we looked
                }
                return lines;
            }
        }
        throw new AssertionError("the simulator does not know the call " + sid);
    }

    private JsonNode line() {
        for (JsonNode number : api.get("/simulator").path("numbers")) {
            if (number.path("number").asText().equals(LINE)) {
                return number;
            }
        }
        return api.get("/simulator").path("none");
    }
}
