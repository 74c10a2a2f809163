package callward.script;

import java.util.List;
import java.util.Locale;

/** Something about a script that cannot be done now, in words for whoever wanted it. */
public class ScriptRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as far as programs care. */
    enum Why { NOT_FOUND, CONFLICT, WRONG }

    private final Why why;
    private final String field;
    private final String key;
    private final transient Object[] values;
    private final transient List<DraftProblem> problems;
    private final transient List<CallTests.Ran> red;

    private ScriptRefused(Why why, String field, String key, List<DraftProblem> problems, Object... values) {
        this(why, field, key, problems, List.of(), values);
    }

    private ScriptRefused(Why why, String field, String key, List<DraftProblem> problems, List<CallTests.Ran> red, Object... values) {
        super(ScriptWords.text(Locale.ENGLISH, key, values));
        this.why = why;
        this.field = field;
        this.key = key;
        this.problems = problems;
        this.red = red;
        this.values = values;
    }

    /** @param key of its sentence */
    static ScriptRefused conflict(String key, Object... values) {
        return new ScriptRefused(Why.CONFLICT, "", key, List.of(), values);
    }

    static ScriptRefused notFound(String key, Object... values) {
        return new ScriptRefused(Why.NOT_FOUND, "", key, List.of(), values);
    }

    static ScriptRefused wrong(String field, String key, Object... values) {
        return new ScriptRefused(Why.WRONG, field, key, List.of(), values);
    }

    /** The draft has errors. */
    static ScriptRefused unfinished(List<DraftProblem> problems) {
        List<DraftProblem> errors = problems.stream().filter(DraftProblem::isError).toList();
        return new ScriptRefused(Why.CONFLICT, "", "script.unfinished", errors, errors.size());
    }

    /** Call tests go otherwise than expected. */
    static ScriptRefused red(List<CallTests.Ran> red) {
        return new ScriptRefused(Why.CONFLICT, "reason", "script.red", List.of(), red, red.size());
    }

    Why why() {
        return why;
    }

    String field() {
        return field;
    }

    List<DraftProblem> problems() {
        return problems;
    }

    /** The call tests that went otherwise. */
    List<CallTests.Ran> red() {
        return red;
    }

    String message(Locale reader) {
        return ScriptWords.text(reader, key, values);
    }
}
