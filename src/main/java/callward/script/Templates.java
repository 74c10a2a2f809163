package callward.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scripts to begin with. Where one rings people or takes a message, it gets the telephones and the mailbox that the company has. */
enum Templates {

    TICKET, RING, FORWARD, ANNOUNCE, EMPTY;

    /** More would ring one after the other for minutes. */
    private static final int MOST_TELEPHONES = 5;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param reader the script speaks his language @param around what the company has */
    DraftSteps steps(Locale reader, Map<Known.Thing, Map<String, String>> around) {
        DraftSteps template = DraftSteps.read(text(reader.getLanguage().equals("es") ? "_es" : ""));
        List<String> telephones = around.getOrDefault(Known.Thing.DESTINATION, Map.of()).keySet().stream().limit(MOST_TELEPHONES).toList();
        String mailbox = around.getOrDefault(Known.Thing.MAILBOX, Map.of()).keySet().stream().findFirst().orElse("");
        ObjectNode document = template.document();
        for (JsonNode step : document.get("steps")) {
            if (step.path("destinations").isArray() && step.path("destinations").isEmpty()) {
                telephones.forEach(((ArrayNode) step.get("destinations"))::add);
            }
            if (step.has("mailbox")) {
                ((ObjectNode) step).put("mailbox", mailbox);
            }
        }
        return new DraftSteps(document);
    }

    private String text(String language) {
        try (InputStream in = Templates.class.getResourceAsStream("/callward/templates/" + key() + language + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
