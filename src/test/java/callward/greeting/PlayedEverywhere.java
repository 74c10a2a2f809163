package callward.greeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Plays whichever greeting a test tells it to. */
@ApplicationScoped
public class PlayedEverywhere implements GreetingUsers {

    private final Set<String> played = ConcurrentHashMap.newKeySet();

    void plays(String key) {
        played.add(key);
    }

    @Override
    public List<Use> uses(String key) {
        return played.contains(key) ? List.of(new Use("Everywhere", List.of("step"), "/", true)) : List.of();
    }
}
