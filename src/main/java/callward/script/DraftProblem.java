package callward.script;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a draft, and where.
 *
 * @param place  of the step in the list, from 0; -1 for the script as a whole
 * @param step   its name, empty when it has none
 * @param field  path within the step, like {@code choices.0.next}; empty for the step as a whole
 * @param values that its sentence names
 */
public record DraftProblem(int place, String step, String field, Flaw kind, List<String> values) {

    public boolean isError() {
        return kind.severity() == Flaw.Severity.ERROR;
    }

    public String message(Locale reader) {
        return ScriptWords.text(reader, "flaw." + kind, values.toArray());
    }
}
