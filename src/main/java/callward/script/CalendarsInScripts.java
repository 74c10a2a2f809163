package callward.script;

import callward.hours.CalendarUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripts that go by a calendar, and drafts that will. */
@ApplicationScoped
class CalendarsInScripts implements CalendarUsers {

    @Inject
    WhereUsed whereUsed;

    @Override
    public Map<String, List<Use>> uses() {
        Map<String, List<Use>> uses = new HashMap<>();
        whereUsed.all(Known.Thing.CALENDAR).forEach((key, places) -> uses.put(key, places.stream()
                .map(place -> new Use(place.name(), place.steps(), "/scripts/editor?id=" + place.script(), place.published())).toList()));
        return uses;
    }
}
