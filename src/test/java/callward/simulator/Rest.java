package callward.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Asks the town's REST API over HTTP, as a customer does. */
final class Rest {

    /** The answer and its JSON. */
    record Answer(int status, JsonNode json) {

        int code() {
            return json.path("code").asInt();
        }

        String get(String name) {
            return json.path(name).asText(null);
        }
    }

    private final Town town;
    private final String authorization;

    Rest(Town town) {
        this(town, town.accountSid(), town.authToken());
    }

    Rest(Town town, String user, String password) {
        this.town = town;
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, String> form) {
        var fields = Fields.none();
        form.forEach(fields::add);
        return post(path, fields);
    }

    Answer post(String path, Fields form) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(form.encode()));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(town.restUrl() + "/2010-04-01/Accounts/" + town.accountSid() + path))
                .header("Authorization", authorization).header("Content-Type", "application/x-www-form-urlencoded").method(method, body).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
