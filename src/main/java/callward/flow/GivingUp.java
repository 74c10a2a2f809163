package callward.flow;

import callward.flow.Turn.Next;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The call's own time is up: from the step it is in, the way of those who get nowhere is followed, past everything that rings or asks,
 * to the first mailbox or spoken end. What is only heard right before that is heard; where the way leads to neither, we say it ourselves.
 */
final class GivingUp {

    private GivingUp() { }

    static Next of(Moment moment) {
        Optional<Step> now = moment.steps.get(moment.step);
        Ringing.stop(moment);
        if (Parked.is(moment)) {
            Parked.stop(moment);
        }
        now.filter(Hold.class::isInstance).map(Hold.class::cast).ifPresent(hold -> hold.giveUp(moment));
        Optional<String> end = now.map(Step::givesUp).flatMap(way -> end(moment.steps, way));
        return end.isPresent() ? moment.goTo(end.get()) : moment.nobody();
    }

    /** Where the last stretch of the way begins in which nobody is asked and nothing rings. */
    private static Optional<String> end(Steps steps, String first) {
        Set<String> seen = new HashSet<>();
        Deque<String> heard = new ArrayDeque<>();
        String id = first;
        while (id != null && seen.add(id)) {
            switch (steps.get(id).orElse(null)) {
                case TakeMessage mailbox -> {
                    return Optional.of(heard.isEmpty() ? id : heard.getFirst());
                }
                case HangUp end when !end.says().isEmpty() || !heard.isEmpty() -> {
                    return Optional.of(heard.isEmpty() ? id : heard.getFirst());
                }
                case Greet greet -> heard.addLast(id);
                case SendText text -> heard.addLast(id);
                case null, default -> heard.clear();
            }
            id = steps.get(id).map(Step::givesUp).orElse(null);
        }
        return id == null ? Optional.ofNullable(heard.peekFirst()) : Optional.empty();
    }
}
