package callward.script;

import java.util.Locale;
import java.util.Map;

/** How kinds of steps look, and under which keys their texts stand. */
final class StepIcon {

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("greet", "pi-volume-up"), Map.entry("menu", "pi-list"), Map.entry("ask", "pi-hashtag"),
            Map.entry("ring", "pi-phone"), Map.entry("takeMessage", "pi-inbox"), Map.entry("byTime", "pi-clock"),
            Map.entry("sendText", "pi-comment"), Map.entry("handOver", "pi-share-alt"), Map.entry("hangUp", "pi-stop-circle"),
            Map.entry("reject", "pi-ban"), Map.entry("hold", "pi-hourglass"));

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
