package callward.script;

import java.util.Locale;
import java.util.Map;

/** How kinds of steps look, and under which keys their texts stand. */
final class StepIcon {

    private static final Map<String, String> ICONS = Map.of("greet", "pi-volume-up", "menu", "pi-list", "ask", "pi-hashtag", "ring", "pi-phone",
            "takeMessage", "pi-inbox", "byTime", "pi-clock", "sendText", "pi-comment", "handOver", "pi-share-alt", "hangUp", "pi-stop-circle",
            "reject", "pi-ban");

    /** Of a kind that nobody knows. */
    static final String UNKNOWN = "pi-question-circle";

    private StepIcon() { }

    static String of(Class<?> kind) {
        return ICONS.get(key(kind));
    }

    /** {@code takeMessage} */
    static String key(Class<?> kind) {
        return kind.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + kind.getSimpleName().substring(1);
    }
}
