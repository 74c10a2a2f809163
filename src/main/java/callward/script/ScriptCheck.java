package callward.script;

import callward.phone.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what is wrong with a draft before a caller finds out: each problem with its step, its field and what to do. */
final class ScriptCheck {

    private static final Set<String> OF_A_SCRIPT = Set.of("first", "tongue", "steps");

    private ScriptCheck() { }

    /** @param around what the company has, by kind; a kind that is missing is not checked */
    static List<DraftProblem> of(DraftSteps draft, Map<Known.Thing, Map<String, String>> around) {
        return of(draft, around, number -> Optional.empty());
    }

    /** @param guard what is wrong with a number that would be rung, if anything is */
    static List<DraftProblem> of(DraftSteps draft, Map<Known.Thing, Map<String, String>> around, Function<PhoneNumber, Optional<Flaw>> guard) {
        ProblemList problems = new ProblemList();
        script(draft, problems);
        FieldCheck fields = new FieldCheck(problems, draft, around, guard);
        List<JsonNode> steps = draft.steps();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            String id = DraftSteps.text(steps.get(i), "id");
            if (id.isEmpty()) {
                problems.add(i, steps.get(i), "id", Flaw.ID_MISSING);
            } else if (!ids.add(id)) {
                problems.add(i, steps.get(i), "id", Flaw.ID_TWICE, id);
            }
            fields.check(i, steps.get(i));
        }
        new RouteCheck(draft, problems).check(draft.first());
        if (!problems.hasErrors()) {
            lastWord(draft, problems);
        }
        return problems.inOrder();
    }

    private static void script(DraftSteps draft, ProblemList problems) {
        ObjectNode document = draft.document();
        for (Iterator<String> names = document.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!OF_A_SCRIPT.contains(name)) {
                problems.add(name, Flaw.FIELD_UNKNOWN, name);
            }
        }
        if (draft.steps().isEmpty()) {
            problems.add("", Flaw.NO_STEPS);
        } else if (draft.first().isEmpty()) {
            problems.add("first", Flaw.FIRST_MISSING);
        } else if (draft.place(draft.first()).isEmpty()) {
            problems.add("first", Flaw.FIRST_UNKNOWN, draft.first());
        }
        String language = document.path("tongue").path("language").asText("");
        if (document.hasNonNull("tongue") && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            problems.add("tongue", Flaw.LANGUAGE_WRONG, language);
        }
    }

    /** The engine decides: whatever it would still refuse is a problem, too. */
    private static void lastWord(DraftSteps draft, ProblemList problems) {
        try {
            draft.finished();
        } catch (IllegalArgumentException e) {
            problems.add("", Flaw.UNREADABLE, e.getMessage());
        }
    }
}
