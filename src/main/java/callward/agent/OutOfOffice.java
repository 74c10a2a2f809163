package callward.agent;

import callward.agent.AgentRefused.Reason;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time in which somebody is not there to be rung.
 *
 * @param from   when it begins
 * @param to     when he is back; null: when he says so
 * @param reason for his colleagues, at most 200 characters; null for none
 */
public record OutOfOffice(Instant from, Instant to, String reason) implements Serializable {

    private static final int LONGEST_REASON = 200;

    /** @throws AgentRefused naming the field that will not do */
    public OutOfOffice {
        if (from == null) {
            throw new AgentRefused(Reason.BEGINNING_MISSING);
        }
        from = from.truncatedTo(ChronoUnit.SECONDS); // as finely as people say it, and as the database gives it back
        to = to == null ? null : to.truncatedTo(ChronoUnit.SECONDS);
        if (to != null && !to.isAfter(from)) {
            throw new AgentRefused(Reason.ENDS_BEFORE_IT_BEGINS);
        }
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (reason != null && (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl))) {
            throw new AgentRefused(Reason.REASON_WRONG);
        }
    }

    /** Its end is the moment from which he can be rung again. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    /** Whether it is behind us. */
    boolean isOver(Instant at) {
        return to != null && !at.isBefore(to);
    }
}
