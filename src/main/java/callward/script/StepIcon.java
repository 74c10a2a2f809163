package callward.script;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** How kinds of steps look, and under which keys their texts stand. */
final class StepIcon {

    private static final Map<String, String> ICONS = Map.ofEntries(entry("greet", "pi-volume-up"), entry("menu", "pi-list"), entry("ask", "pi-hashtag"),
            entry("ring", "pi-phone"), entry("ringGroup", "pi-users"), entry("hold", "pi-hourglass"), entry("takeMessage", "pi-inbox"), entry("byTime", "pi-clock"),
            entry("sendText", "pi-comment"), entry("handOver", "pi-share-alt"), entry("hangUp", "pi-stop-circle"), entry("reject", "pi-ban"));

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
