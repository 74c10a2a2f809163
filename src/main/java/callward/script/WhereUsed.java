package callward.script;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Answers "where is this greeting, telephone, mailbox, calendar or group used?" by walking the steps of every script. */
@ApplicationScoped
@Transactional
public class WhereUsed {

    /**
     * A script that names the thing.
     *
     * @param script    id of the script
     * @param name      of the script
     * @param steps     the steps that do, by their names
     * @param published whether calls come there now, or only its draft names it
     */
    public record Place(long script, String name, List<String> steps, boolean published) { }

    @Inject
    Scripts scripts;

    public List<Place> of(Known.Thing thing, String key) {
        return all(thing).getOrDefault(key, List.of());
    }

    /** By key, in one walk: a list asks for all of them. */
    Map<String, List<Place>> all(Known.Thing thing) {
        Map<String, List<Place>> all = new HashMap<>();
        for (Script script : scripts.all()) {
            Map<String, Set<String>> published = script.getPublished() == null ? Map.of()
                    : naming(DraftSteps.of(scripts.steps(script.getPublished().getId())), thing);
            Map<String, Set<String>> drafted = naming(scripts.draft(script.getId()).steps(), thing);
            Stream.concat(published.keySet().stream(), drafted.keySet().stream()).distinct().forEach(key -> {
                Set<String> steps = new TreeSet<>(published.getOrDefault(key, Set.of()));
                steps.addAll(drafted.getOrDefault(key, Set.of()));
                all.computeIfAbsent(key, none -> new ArrayList<>())
                        .add(new Place(script.getId(), script.getName(), List.copyOf(steps), published.containsKey(key)));
            });
        }
        return all;
    }

    /** By key, the steps that name it. */
    static Map<String, Set<String>> naming(DraftSteps script, Known.Thing thing) {
        Map<String, Set<String>> steps = new HashMap<>();
        for (JsonNode step : script.steps()) {
            named(step, thing).filter(key -> !key.isEmpty()).forEach(key -> steps.computeIfAbsent(key, none -> new TreeSet<>()).add(DraftSteps.text(step, "id")));
        }
        return steps;
    }

    private static Stream<String> named(JsonNode step, Known.Thing thing) {
        return StepField.kind(DraftSteps.text(step, "kind")).map(StepField::of).orElse(List.of()).stream()
                .flatMap(field -> named(step.path(field.name()), field.shape(), thing));
    }

    private static Stream<String> named(JsonNode value, StepField.Shape shape, Known.Thing thing) {
        List<String> keys = new ArrayList<>();
        switch (shape) {
            case SAYS -> {
                if (thing == Known.Thing.GREETING) {
                    value.forEach(said -> keys.add(DraftSteps.text(said, "greeting")));
                }
            }
            case DESTINATIONS -> {
                if (thing == Known.Thing.DESTINATION) {
                    value.forEach(destination -> keys.add(destination.asText()));
                }
            }
            case MAILBOX -> {
                if (thing == Known.Thing.MAILBOX) {
                    keys.add(value.asText());
                }
            }
            case CALENDAR -> {
                if (thing == Known.Thing.CALENDAR) {
                    keys.add(value.asText());
                }
            }
            case GROUP -> {
                if (thing == Known.Thing.GROUP) {
                    keys.add(value.asText());
                }
            }
            default -> { }
        }
        return keys.stream();
    }
}
