package callward.settings;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody wants will not do, or may not be now: nothing has changed, and the words say what to do about it. Each room has its own
 * refusals; pages put them at their fields, and the API tells all of them in one way.
 */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a program makes of it. */
    public enum Kind {
        /** There is no such thing. */
        GONE,
        /** Not as things stand: somebody else was faster, or something depends on it. */
        CONFLICT,
        /** Something that was asked for will not do. */
        WRONG
    }

    private final Kind kind;
    private final transient Map<String, Saying> faults;

    protected Refused(Kind kind, Saying why) {
        this(kind, "", why);
    }

    /** @param field that it is about, as the API names it; empty or null for the whole of it */
    protected Refused(Kind kind, String field, Saying why) {
        this(kind, Map.of(field == null ? "" : field, why));
    }

    /** Several fields that will not do. */
    protected Refused(Map<String, Saying> faults) {
        this(Kind.WRONG, faults);
    }

    private Refused(Kind kind, Map<String, Saying> faults) {
        super(kind + " " + faults.entrySet().stream().map(fault -> fault.getKey() + ": " + fault.getValue().key()).sorted().collect(Collectors.joining(", ")));
        this.kind = kind;
        this.faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    public Kind kind() {
        return kind;
    }

    /** Of each field what is wrong with it; under an empty name what is wrong with the whole. Never empty. */
    public Map<String, Saying> faults() {
        return faults;
    }

    /** What is wrong, or the first of it. */
    public Saying saying() {
        return faults.values().iterator().next();
    }
}
