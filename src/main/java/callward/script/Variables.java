package callward.script;

import callward.wording.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that a text may hold in braces, each with an example for the preview. */
final class Variables {

    static final Facts EXAMPLE = Facts.NONE
            .with("caller.number", "+15550101234").with("caller.shown", "+1 555-010-1234")
            .with("line.name", "Widgets Incorporated").with("line.number", "+15550100100").with("line.forward", "+15550100201")
            .with("customer.name", "John Doe").with("customer.id", "1").with("customer.url", "https://example.com/customers/1")
            .with("ticket.number", "1234").with("ticket.title", "The blue widget squeaks").with("ticket.id", "1")
            .with("ticket.url", "https://example.com/tickets/1").with("call.id", "CA0123456789abcdef0123456789abcdef");

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
