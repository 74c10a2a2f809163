package callward.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a leg's progress is reported to, and which steps of it. */
record StatusCallback(String url, String method, Set<String> events) {

    static final StatusCallback NONE = new StatusCallback(null, "POST", Set.of());

    static StatusCallback of(String url, String method, String events) {
        if (url == null || url.isEmpty()) {
            return NONE;
        }
        var wanted = events == null || events.isBlank() ? "completed" : events;
        return new StatusCallback(url, method == null ? "POST" : method.toUpperCase(Locale.ROOT),
                Arrays.stream(wanted.trim().split("[ ,]+")).collect(Collectors.toUnmodifiableSet()));
    }

    boolean wants(String event) {
        return url != null && events.contains(event);
    }
}
