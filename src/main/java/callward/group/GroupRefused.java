package callward.group;

import callward.settings.Saying;
import java.util.Map;

/** A group will not do as somebody described it, or is not there. */
public class GroupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Saying> faults;

    GroupRefused(Map<String, Saying> faults) {
        super("group refused: " + faults.keySet());
        this.faults = Map.copyOf(faults);
    }

    static GroupRefused field(String field, String key, Object... values) {
        return new GroupRefused(Map.of(field, Saying.of(key, values)));
    }

    static GroupRefused gone() {
        return new GroupRefused(Map.of());
    }

    /** What is wrong with which field of {@link GroupText}, or with {@code key} or {@code members}; empty when there is no such group. */
    Map<String, Saying> faults() {
        return faults;
    }
}
