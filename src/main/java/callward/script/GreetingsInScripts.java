package callward.script;

import callward.greeting.GreetingUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripts that play a greeting, and drafts that will. */
@ApplicationScoped
class GreetingsInScripts implements GreetingUsers {

    @Inject
    WhereUsed whereUsed;

    @Override
    public Map<String, List<Use>> uses() {
        Map<String, List<Use>> uses = new HashMap<>();
        whereUsed.all(Known.Thing.GREETING).forEach((key, places) -> uses.put(key, places.stream()
                .map(place -> new Use(place.name(), place.steps(), "/scripts/script?id=" + place.script(), place.published())).toList()));
        return uses;
    }
}
