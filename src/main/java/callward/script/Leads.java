package callward.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a step leads, and when; of a draft, too, however unfinished it is. Lists and drawings of scripts say it alike. */
public final class Leads {

    /**
     * @param key     of the message bundle: {@code lead.KEY} says when
     * @param pressed the key on the telephone, null when it is not a choice
     * @param words   that count as the key when spoken; empty when none do
     * @param target  null: the call ends politely
     * @param known   whether there is such a step
     */
    public record Lead(String key, String pressed, String words, String target, boolean known) { }

    private final JsonNode step;
    private final Predicate<String> isStep;
    private final List<Lead> leads = new ArrayList<>();

    private Leads(JsonNode step, Predicate<String> isStep) {
        this.step = step;
        this.isStep = isStep;
    }

    static List<Lead> of(JsonNode step, Predicate<String> isStep) {
        return new Leads(step, isStep).all();
    }

    private List<Lead> all() {
        boolean ticket = "TICKET".equals(step.path("check").asText());
        switch (step.path("kind").asText()) {
            case "greet", "send-text" -> lead("then", "next");
            case "menu" -> {
                step.path("choices").forEach(this::choice);
                lead("noChoice", "otherwise");
            }
            case "ask" -> {
                lead(ticket ? "ticketFound" : "given", "next");
                lead(ticket ? "noTicket" : "noneGiven", "otherwise");
            }
            case "ring" -> lead("unanswered", "unanswered");
            case "ring-group" -> {
                leadIfSet("closed", "closed");
                leadIfSet("nobodyFree", "nobodyFree");
                lead("unanswered", "unanswered");
            }
            case "hold" -> {
                wish("message", "messageKey", "1");
                leadIfSet("closed", "closed");
                leadIfSet("nobodyThere", "nobody");
                lead("unanswered", "unanswered");
            }
            case "by-time" -> {
                lead("open", "open");
                lead("closed", "closed");
            }
            case "hand-over" -> lead("back", "next");
            default -> { }
        }
        return leads;
    }

    private void lead(String key, String field) {
        add(key, null, "", step.path(field));
    }

    /** Without it the call goes the way of those whom nobody answers. */
    private void leadIfSet(String key, String field) {
        if (!step.path(field).asText("").isBlank()) {
            lead(key, field);
        }
    }

    /** A key that the author may choose, for a way that may not be there. */
    private void wish(String field, String key, String usual) {
        if (!step.path(field).asText("").isBlank()) {
            add("pressed", step.path(key).asText("").isBlank() ? usual : step.path(key).asText(), "", step.path(field));
        }
    }

    private void choice(JsonNode choice) {
        String words = step.path("speech").asBoolean() ? StreamSupport.stream(choice.path("words").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining(", ")) : "";
        add("pressed", choice.path("key").asText(), words, choice.path("next"));
    }

    private void add(String key, String pressed, String words, JsonNode next) {
        String target = next.isTextual() && !next.asText().isBlank() ? next.asText() : null;
        leads.add(new Lead(key, pressed, words, target, target != null && isStep.test(target)));
    }
}
