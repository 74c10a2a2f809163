package callward.script;

import callward.wording.ExampleFacts;
import callward.wording.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that a text may hold in braces, each with an example for the preview. */
final class Variables {

    static final Facts EXAMPLE = ExampleFacts.ALL;

    private Variables() { }

    /** Those every call may know, and what this script asks for. */
    static Set<String> of(DraftSteps draft) {
        Set<String> names = new LinkedHashSet<>(EXAMPLE.values().keySet());
        for (JsonNode step : draft.steps()) {
            if (DraftSteps.text(step, "kind").equals("ask") && !DraftSteps.text(step, "name").isEmpty()) {
                names.add(DraftSteps.text(step, "name"));
            }
        }
        return names;
    }
}
