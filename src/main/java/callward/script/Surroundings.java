package callward.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that a script of this company may name. */
@ApplicationScoped
@Transactional
class Surroundings {

    @Inject
    @Any
    Instance<Known> rooms;

    /** By kind of thing its keys and names; a kind that nobody keeps is missing. */
    Map<Known.Thing, Map<String, String>> all() {
        Map<Known.Thing, Map<String, String>> all = new EnumMap<>(Known.Thing.class);
        for (Known room : rooms) {
            all.computeIfAbsent(room.thing(), thing -> new LinkedHashMap<>()).putAll(room.names());
        }
        return all;
    }
}
