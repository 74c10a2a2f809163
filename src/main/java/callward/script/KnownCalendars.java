package callward.script;

import callward.hours.Calendar;
import callward.hours.CalendarBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calendars, as scripts name them. */
@ApplicationScoped
class KnownCalendars implements Known {

    @Inject
    CalendarBook book;

    @Override
    public Thing thing() {
        return Thing.CALENDAR;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Calendar calendar : book.all()) {
            names.put(calendar.getKey(), calendar.getName());
        }
        return names;
    }
}
