package callward.hours;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar that is not deleted because calls are routed by it. */
class CalendarInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CalendarUsers.Use> uses;

    CalendarInUse(List<CalendarUsers.Use> uses) {
        super("Calls go by it in " + names(uses) + ". Take it out there and publish first.");
        this.uses = uses;
    }

    String names() {
        return names(uses);
    }

    private static String names(List<CalendarUsers.Use> uses) {
        return uses.stream().map(CalendarUsers.Use::name).distinct().collect(Collectors.joining(", "));
    }
}
