package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Contract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server's REST API, as a program uses it that holds an administrator's token. */
final class DeskApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskServer desk;
    private Contract contract;

    DeskApi(DeskServer desk) {
        this.desk = desk;
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** The demo company's: so long that no page need be quick to be seen before its telephone has rung out. */
    void telephonesRingPatiently() {
        for (String key : List.of("tom", "ann", "bo")) {
            ObjectNode telephone = get("/destinations/" + key).deepCopy();
            telephone.remove(List.of("key", "agentName"));
            put("/destinations/" + key, telephone.put("ringSeconds", 60));
        }
    }

    /** Whatever it answers. */
    HttpResponse<String> ask(String method, String path, Object body) {
        HttpResponse<String> answer = desk.send(method, "/api/v1" + path, body == null ? null : text(body).getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + DeskServer.TOKEN, "Content-Type", "application/json");
        assertEquals(List.of(), faults(method, path, answer), () -> method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        return answer;
    }

    /** Where the answer is another one than the API's description promises. */
    List<String> faults(String method, String path, HttpResponse<String> answer) {
        if (contract == null) {
            contract = new Contract(desk.get("/api/v1/openapi.json").body());
        }
        return contract.faults(method, path.replaceFirst("\\?.*", ""), answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private JsonNode send(String method, String path, Object body) {
        HttpResponse<String> answer = ask(method, path, body);
        assertTrue(answer.statusCode() < 300, () -> method + " " + path + " " + body + ": " + answer.statusCode() + " " + answer.body());
        return answer.body().isEmpty() ? JSON.nullNode() : json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
