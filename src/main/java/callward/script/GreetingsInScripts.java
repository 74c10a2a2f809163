package callward.script;

import callward.greeting.GreetingUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Scripts that play a greeting, and drafts that will. */
@ApplicationScoped
class GreetingsInScripts implements GreetingUsers {

    @Inject
    WhereUsed whereUsed;

    @Override
    public List<Use> uses(String key) {
        return whereUsed.of(Known.Thing.GREETING, key).stream()
                .map(place -> new Use(place.name(), place.steps(), "/scripts/script?id=" + place.script(), place.published())).toList();
    }
}
