package callward.call;

import callward.agent.NeverRung;
import callward.flow.Remark.Why;
import callward.line.Lines;
import callward.phone.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A line of ours is never rung: the call would come in again, and again. */
@ApplicationScoped
class OurOwnLines implements NeverRung {

    @Inject
    Lines lines;

    @Override
    public Optional<Why> why(Destination place) {
        return lines.isOurs(place) ? Optional.of(Why.OUR_LINE) : Optional.empty();
    }
}
