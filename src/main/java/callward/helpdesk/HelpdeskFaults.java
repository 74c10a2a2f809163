package callward.helpdesk;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class HelpdeskFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case NumberTaken taken -> Optional.of(Refusal.conflict(taken.saying().inEnglish()));
            case ChangedMeanwhile late -> Optional.of(Refusal.conflict(late.saying().inEnglish()));
            default -> Optional.empty();
        };
    }
}
