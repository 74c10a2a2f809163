package callward.helpdesk;

import java.io.Serializable;
import java.util.List;

/** What became of a sheet: everything in it was taken in, or, when there are problems, nothing. */
public record ImportResult(int added, int changed, List<LineProblem> problems) implements Serializable {

    private static final int SHOWN = 100;

    public ImportResult {
        problems = List.copyOf(problems);
    }

    static ImportResult refused(List<LineProblem> problems) {
        return new ImportResult(0, 0, problems);
    }

    public boolean isDone() {
        return problems.isEmpty();
    }

    public int getAdded() {
        return added;
    }

    public int getChanged() {
        return changed;
    }

    /** As many as somebody will read. */
    public List<LineProblem> getProblems() {
        return problems.subList(0, Math.min(SHOWN, problems.size()));
    }

    /** How many more there are. */
    public int getMore() {
        return Math.max(0, problems.size() - SHOWN);
    }
}
