package callward.flow;

import callward.wording.Tongue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a call walks through: one revision of a script, as a value.
 *
 * @param first the step a call begins with
 * @param tongue how words are spoken; null: English
 */
public record Steps(String first, List<Step> steps, Tongue tongue) {

    public Steps {
        steps = Bounds.list(steps);
        tongue = tongue == null ? Tongue.ENGLISH : tongue;
        Set<String> ids = new HashSet<>();
        for (Step step : steps) {
            if (!ids.add(step.id())) {
                throw new IllegalArgumentException("steps: two steps are called \"" + step.id() + "\"");
            }
        }
        if (!ids.contains(first)) {
            throw new IllegalArgumentException("first: there is no step \"" + first + "\"");
        }
    }

    public Optional<Step> get(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** These, and more that a call has of its own; of the same name, its own count. */
    Steps and(List<Step> own) {
        Stream<Step> others = steps.stream().filter(step -> own.stream().noneMatch(one -> one.id().equals(step.id())));
        return new Steps(first, Stream.concat(others, own.stream()).toList(), tongue);
    }

    /** Steps that are named somewhere but do not exist. A call that is sent to one ends with spoken words. */
    public List<String> unresolved() {
        return steps.stream().flatMap(step -> step.leadsTo().stream()).distinct().filter(id -> get(id).isEmpty()).toList();
    }
}
