package callward.setup;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** This room's exceptions in the API's words. */
@ApplicationScoped
public class SetupFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof SettingsRefused refused ? Optional.of(Refusal.fields(refused.faults().entrySet().stream()
                .map(fault -> new Problem.Field(fault.getKey().key(), fault.getValue().inEnglish())).toList())) : Optional.empty();
    }
}
