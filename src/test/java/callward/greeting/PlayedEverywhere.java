package callward.greeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Plays whichever greeting a test tells it to. */
@ApplicationScoped
public class PlayedEverywhere implements GreetingUsers {

    private final Set<String> played = ConcurrentHashMap.newKeySet();

    void plays(String key) {
        played.add(key);
    }

    @Override
    public Map<String, List<Use>> uses() {
        return played.stream().collect(Collectors.toMap(key -> key, key -> List.of(new Use("Everywhere", List.of("step"), "/", true))));
    }
}
