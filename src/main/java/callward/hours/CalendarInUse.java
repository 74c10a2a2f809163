package callward.hours;

import callward.settings.Refused;
import callward.settings.Saying;
import java.util.List;
import java.util.stream.Collectors;

/** A calendar that is not deleted because calls are routed by it. */
class CalendarInUse extends Refused {

    private static final long serialVersionUID = 1L;

    CalendarInUse(List<CalendarUsers.Use> places) {
        super(Kind.CONFLICT, Saying.of("hours.inUse", places.stream().map(CalendarUsers.Use::name).distinct().collect(Collectors.joining(", "))));
    }
}
