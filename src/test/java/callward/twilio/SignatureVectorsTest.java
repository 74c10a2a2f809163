package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Requests signed by the carrier's own npm package: what it signs, we let in. */
@Covers("S1.17")
class SignatureVectorsTest {

    @Test
    void whatever_the_carriers_own_package_signs_is_let_in() throws IOException {
        List<JsonNode> vectors = vectors();
        assertTrue(vectors.size() > 300);
        for (JsonNode vector : vectors) {
            String origin = origin(vector.get("url").asText());
            assertTrue(SignatureCheck.holds(request(vector), origin, List.of(vector.get("token").asText())), vector.toString());
            assertFalse(SignatureCheck.holds(request(vector), origin, List.of("x" + vector.get("token").asText())), vector.toString());
        }
    }

    @Test
    void the_fields_arrive_as_they_were_sent() throws IOException {
        for (JsonNode vector : vectors()) {
            if (!vector.has("body") && vector.get("method").asText().equals("POST")) {
                List<String> sent = new ArrayList<>();
                vector.get("fields").forEach(field -> sent.add(field.get(0).asText() + "=" + field.get(1).asText()));
                List<String> found = new ArrayList<>();
                request(vector).fields().forEach((name, values) -> values.forEach(value -> found.add(name + "=" + value)));
                assertEquals(sent.stream().sorted().toList(), found.stream().sorted().toList());
            }
        }
    }

    private static List<JsonNode> vectors() throws IOException {
        try (InputStream json = SignatureVectorsTest.class.getResourceAsStream("/signature-vectors.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(json).get("vectors").spliterator(), false).toList();
        }
    }

    private static SignedRequest request(JsonNode vector) {
        boolean json = vector.has("body");
        String url = vector.get("url").asText();
        return new SignedRequest(vector.get("method").asText(), url.substring(origin(url).length()),
                json ? "application/json" : "application/x-www-form-urlencoded",
                (json ? vector.get("body").asText() : form(vector.get("fields"))).getBytes(StandardCharsets.UTF_8), vector.get("signature").asText());
    }

    private static String form(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false).map(field -> encoded(field.get(0)) + "=" + encoded(field.get(1)))
                .reduce((one, other) -> one + "&" + other).orElse("");
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asText(), StandardCharsets.UTF_8);
    }

    private static String origin(String url) {
        int path = url.indexOf("://") + 3;
        while (path < url.length() && "/?".indexOf(url.charAt(path)) < 0) {
            path++;
        }
        return url.substring(0, path);
    }
}
