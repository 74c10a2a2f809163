package callward.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Problems as they are found; nobody reads more than some hundred of them. */
final class ProblemList {

    private static final int MOST = 500;

    private final List<DraftProblem> found = new ArrayList<>();

    void add(String field, Flaw flaw, String... values) {
        put(new DraftProblem(-1, "", field, flaw, List.of(values)));
    }

    void add(int place, JsonNode step, String field, Flaw flaw, String... values) {
        put(new DraftProblem(place, DraftSteps.text(step, "id"), field, flaw, List.of(values)));
    }

    boolean has(int place, String field) {
        return found.stream().anyMatch(problem -> problem.place() == place && problem.field().startsWith(field));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(DraftProblem::isError);
    }

    /** Those of the whole script first, then step by step; what blocks before what does not. */
    List<DraftProblem> inOrder() {
        return found.stream().sorted(java.util.Comparator.comparingInt(DraftProblem::place).thenComparing(problem -> problem.kind().severity())).toList();
    }

    private void put(DraftProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }
}
