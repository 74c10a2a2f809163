package callward.line;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Refusal;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** This room's exceptions, and the carrier's, in the API's words. */
@ApplicationScoped
public class LineFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case LineRefused gone when gone.faults().isEmpty() -> Optional.of(Refusal.notFound("There is no such line."));
            case LineRefused refused -> Optional.of(Refusal.fields(refused.faults().entrySet().stream()
                    .map(fault -> new Problem.Field(fault.getKey(), fault.getValue().inEnglish())).toList()));
            case CarrierRefused refused -> Optional.of(Refusal.carrier(refused.code(), CarrierTrouble.of(refused).saying().inEnglish()));
            case CarrierUnreachable unreachable -> Optional.of(Refusal.unreachable(CarrierTrouble.of(unreachable).saying().inEnglish()));
            default -> Optional.empty();
        };
    }
}
