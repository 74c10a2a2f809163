package callward.group;

import callward.settings.Refused;
import callward.settings.Saying;
import java.util.Map;

/** A group will not do as somebody described it, naming fields of {@link GroupText}, {@code key} or {@code members}; or is not there. */
class GroupRefused extends Refused {

    private static final long serialVersionUID = 1L;

    GroupRefused(Map<String, Saying> faults) {
        super(faults);
    }

    private GroupRefused(Kind kind, Saying why) {
        super(kind, why);
    }

    static GroupRefused field(String field, String key, Object... values) {
        return new GroupRefused(Map.of(field, Saying.of(key, values)));
    }

    static GroupRefused gone() {
        return new GroupRefused(Kind.GONE, Saying.of("group.gone"));
    }
}
