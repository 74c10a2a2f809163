package callward.call;

import callward.agent.NeverRung;
import callward.flow.Remark.Why;
import callward.line.Lines;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.RingGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A line of ours is never rung: the call would come in again, and again. Nor is a number that is too dear, whoever has set it up. */
@ApplicationScoped
class ForbiddenPhones implements NeverRung {

    @Inject
    Lines lines;
    @Inject
    RingGuard guard;

    @Override
    public Optional<Why> why(Destination place) {
        if (lines.isOurs(place)) {
            return Optional.of(Why.OUR_LINE);
        }
        return place instanceof PhoneNumber number && guard.isNeverRung(number) ? Optional.of(Why.NOT_ALLOWED) : Optional.empty();
    }
}
