package callward.hours;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class HoursFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case HoursRefused gone when gone.field() == null -> Optional.of(Refusal.notFound(gone.saying().inEnglish()));
            case HoursRefused refused -> Optional.of(Refusal.field(refused.field(), refused.saying().inEnglish()));
            case CalendarInUse used -> Optional.of(Refusal.conflict(used.getMessage()));
            default -> Optional.empty();
        };
    }
}
