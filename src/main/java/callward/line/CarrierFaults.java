package callward.line;

import callward.api.Explains;
import callward.api.Refusal;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The carrier's exceptions in the API's words. */
@ApplicationScoped
public class CarrierFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case CarrierRefused refused -> Optional.of(Refusal.carrier(refused.code(), CarrierTrouble.of(refused).saying().inEnglish()));
            case CarrierUnreachable unreachable -> Optional.of(Refusal.unreachable(CarrierTrouble.of(unreachable).saying().inEnglish()));
            default -> Optional.empty();
        };
    }
}
