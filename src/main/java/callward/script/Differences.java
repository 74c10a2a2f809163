package callward.script;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How one state of a script differs from another, step by step and field by field.
 *
 * @param settings of the script as a whole: first step, language, voice
 * @param steps    only those that differ, in the order of the later state, then those that are gone
 * @param moved    whether the steps that both have stand in another order in the list; no caller notices
 */
public record Differences(List<Field> settings, List<StepChange> steps, boolean moved) {

    /**
     * @param field  path within the step, or the setting
     * @param before null where there was nothing
     * @param after  null where there is nothing any more
     */
    public record Field(String field, String before, String after) { }

    public enum Change { ADDED, REMOVED, CHANGED }

    /**
     * @param id     name of the step
     * @param kind   as in JSON: {@code take-message}
     * @param change what became of the step
     * @param fields only those that differ
     */
    public record StepChange(String id, String kind, Change change, List<Field> fields) { }

    @JsonIgnore
    public boolean isNone() {
        return settings.isEmpty() && steps.isEmpty() && !moved;
    }

    static Differences between(DraftSteps before, DraftSteps after) {
        Map<String, JsonNode> old = byId(before);
        Map<String, JsonNode> now = byId(after);
        List<StepChange> changes = new ArrayList<>();
        now.forEach((id, step) -> {
            Change change = old.containsKey(id) ? Change.CHANGED : Change.ADDED;
            List<Field> fields = fields(old.containsKey(id) ? FlatSteps.fields(old.get(id)) : Map.of(), FlatSteps.fields(step));
            if (!fields.isEmpty()) {
                changes.add(new StepChange(id, DraftSteps.text(step, "kind"), change, withoutKind(fields, change)));
            }
        });
        old.forEach((id, step) -> {
            if (!now.containsKey(id)) {
                changes.add(new StepChange(id, DraftSteps.text(step, "kind"), Change.REMOVED, withoutKind(fields(FlatSteps.fields(step), Map.of()), Change.REMOVED)));
            }
        });
        return new Differences(fields(FlatSteps.settings(before), FlatSteps.settings(after)), List.copyOf(changes), !sameOrder(old.keySet(), now.keySet()));
    }

    /** The kind of a step that is new or gone stands in its heading. */
    private static List<Field> withoutKind(List<Field> fields, Change change) {
        return change == Change.CHANGED ? fields : fields.stream().filter(field -> !field.field().equals("kind")).toList();
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names.stream().filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(name, before.get(name), after.get(name))).toList();
    }

    private static boolean sameOrder(Set<String> before, Set<String> after) {
        return before.stream().filter(after::contains).toList().equals(after.stream().filter(before::contains).toList());
    }

    private static Map<String, JsonNode> byId(DraftSteps script) {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        for (int i = 0; i < script.steps().size(); i++) {
            JsonNode step = script.steps().get(i);
            String id = DraftSteps.text(step, "id");
            steps.put(id.isEmpty() || steps.containsKey(id) ? id + "#" + (i + 1) : id, step);
        }
        return steps;
    }
}
