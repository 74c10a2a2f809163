package callward.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A server's REST API, as a program uses it that holds an administrator's token. */
final class DeskApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskServer desk;

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

    /** Whatever it answers. */
    HttpResponse<String> ask(String method, String path, Object body) {
        return desk.send(method, "/api/v1" + path, body == null ? null : text(body).getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + DeskServer.TOKEN, "Content-Type", "application/json");
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

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
