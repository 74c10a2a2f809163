package callward.call;

import callward.call.Calls.EventRow;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step that a call came through, as its page tells it: one of its script can be read there, one that a transfer made stands nowhere but in the call.
 *
 * @param name what the script calls it; or whom the sentence names, empty where nobody is known
 * @param key  of the sentence; null for a step of the script
 */
public record Station(String name, String key) {

    /** As {@code flow/Detour} names what it makes. */
    private static final Pattern MADE = Pattern.compile("(transfer:\\d+)(:.+)?");

    /** @param events of the call */
    static Station of(String step, List<EventRow> events) {
        Matcher made = MADE.matcher(step);
        return made.matches() ? made(made.group(1), made.group(2), events) : new Station(step, null);
    }

    private static Station made(String first, String part, List<EventRow> events) {
        Map<String, String> sent = events.stream().filter(event -> isBegunBy(event, first)).map(EventRow::request).findFirst().orElse(Map.of());
        if (":message".equals(part)) {
            return new Station("", "call.step.message");
        }
        String name = sent.getOrDefault(":back".equals(part) ? "from" : "to", "");
        return new Station(name, name.isEmpty() ? "call.step.somewhere" : ":back".equals(part) ? "call.step.back" : "call.step.transfer");
    }

    /** The turn that sends the caller on enters the first step that it makes. */
    private static boolean isBegunBy(EventRow event, String first) {
        return event.inside() != null && event.inside().steps().contains(first) && event.request().containsKey("to");
    }
}
