package callward.greeting;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class GreetingProblems implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case GreetingInUse used -> Optional.of(Refusal.conflict(used.getMessage()));
            case KeyTaken taken -> Optional.of(Refusal.conflict(taken.getMessage()));
            default -> Optional.empty();
        };
    }
}
