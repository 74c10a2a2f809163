package callward.group;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Refusal;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class GroupFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case GroupRefused refused -> Optional.of(refused.faults().isEmpty() ? Refusal.notFound(Saying.of("group.gone").inEnglish())
                    : Refusal.fields(refused.faults().entrySet().stream().sorted(Map.Entry.comparingByKey())
                            .map(fault -> new Problem.Field(fault.getKey(), fault.getValue().inEnglish())).toList()));
            case GroupInUse used -> Optional.of(Refusal.conflict(used.getMessage()));
            case ChangedMeanwhile late -> Optional.of(Refusal.conflict(Saying.of("group.changedMeanwhile").inEnglish()));
            default -> Optional.empty();
        };
    }
}
