package callward.script;

import callward.script.Leads.Lead;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A script as a graph, finished or not: what the console draws.
 *
 * @param first the step that a call begins with; null when none is named
 * @param steps in the order of the list
 */
record ScriptDrawing(String first, List<DrawnStep> steps) {

    /**
     * A step.
     *
     * @param number   its place in the flow, from 1: the order in which a call meets the steps
     * @param place    its place in the script's list, from 0
     * @param id       empty when it has no name yet
     * @param kind     as in JSON: {@code take-message}
     * @param icon     name of its icon
     * @param words    what is heard in it first, or what it is about: the destinations, the calendar …; may be empty
     * @param greeting key of the greeting that is heard first, null when it is words
     * @param reached  whether any call comes here
     * @param leads    where it leads, in order
     * @param errors   how many things about it keep the script from being published
     * @param warnings how many other things there are to look at
     */
    record DrawnStep(int number, int place, String id, String kind, String icon, String words, String greeting, boolean reached, List<Lead> leads,
                long errors, long warnings) { }

    /** @param problems of the script: each step says how many are its own */
    static ScriptDrawing of(JsonNode script, List<DraftProblem> problems) {
        List<JsonNode> steps = StreamSupport.stream(script.path("steps").spliterator(), false).toList();
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        steps.forEach(step -> byId.putIfAbsent(step.path("id").asText(""), step));
        byId.remove("");
        String first = script.path("first").asText("");
        List<JsonNode> order = inOrder(first, byId);
        Set<JsonNode> reached = order.stream().collect(Collectors.toCollection(HashSet::new));
        steps.stream().filter(step -> place(step, order) < 0).forEach(order::add);
        List<DrawnStep> nodes = new ArrayList<>();
        for (JsonNode step : order) {
            int place = place(step, steps);
            boolean met = reached.contains(step) && byId.get(step.path("id").asText("")) == step;
            nodes.add(node(nodes.size() + 1, place, step, byId, met, problems.stream().filter(problem -> problem.place() == place).toList()));
        }
        return new ScriptDrawing(first.isEmpty() ? null : first, nodes);
    }

    /** Those that a call can reach, as it meets them: breadth first. */
    private static List<JsonNode> inOrder(String first, Map<String, JsonNode> byId) {
        List<JsonNode> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            String id = next.poll();
            JsonNode step = byId.get(id);
            if (step != null && seen.add(id)) {
                order.add(step);
                Leads.of(step, byId::containsKey).stream().filter(Lead::known).map(Lead::target).forEach(next::add);
            }
        }
        return order;
    }

    /** Of this very step: two may look the same. */
    private static int place(JsonNode step, List<JsonNode> steps) {
        return IntStream.range(0, steps.size()).filter(i -> steps.get(i) == step).findFirst().orElse(-1);
    }

    private static DrawnStep node(int number, int place, JsonNode step, Map<String, JsonNode> byId, boolean reached,
                             List<DraftProblem> problems) {
        String kind = step.path("kind").asText("");
        JsonNode says = step.path("says").path(0);
        long errors = problems.stream().filter(DraftProblem::isError).count();
        return new DrawnStep(number, place, step.path("id").asText(""), kind, StepField.kind(kind).map(StepIcon::of).orElse(StepIcon.UNKNOWN), words(step, says),
                says.hasNonNull("greeting") ? says.path("greeting").asText() : null, reached, Leads.of(step, byId::containsKey),
                errors, problems.size() - errors);
    }

    private static String words(JsonNode step, JsonNode says) {
        if (says.hasNonNull("text")) {
            return says.path("text").asText();
        }
        return switch (step.path("kind").asText("")) {
            case "send-text" -> step.path("text").asText("");
            case "ring" -> StreamSupport.stream(step.path("destinations").spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
            case "ring-group", "hold" -> step.path("group").asText("");
            case "take-message" -> step.path("mailbox").asText("");
            case "by-time" -> step.path("calendar").asText("");
            case "hand-over" -> step.path("url").asText("");
            default -> "";
        };
    }
}
