package callward.flow;

import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import callward.wording.Wording;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rings telephones one after the other until somebody answers. After the talk the call is over.
 *
 * @param destinations keys of the company's list, or addresses, the first one first; may hold {@code {{line.…}}}, such as the line's
 *                     own number to forward to: {@code {{line.forward}}}
 * @param secondsEach  5 to 600; 0: each destination's own
 * @param secondsTotal 5 to 3600; 0: as long as all of them need
 * @param unanswered   where a caller goes whom nobody answered; null: the call ends politely
 */
public record Ring(String id, List<Utterance> says, List<String> destinations, int secondsEach, int secondsTotal,
                   String unanswered) implements Step {

    public Ring {
        Bounds.id(id);
        says = Bounds.list(says);
        destinations = Bounds.list(destinations);
        secondsEach = Bounds.number("secondsEach", id, secondsEach, 5, 600, 0);
        secondsTotal = Bounds.number("secondsTotal", id, secondsTotal, 5, 3600, 0);
        unanswered = Bounds.orEnd(unanswered);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(unanswered);
    }

    @Override
    public String givesUp() {
        return unanswered;
    }

    @Override
    public List<Utterance> utterances() {
        return says;
    }

    /** The carrier's limits for one ringing. */
    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;

    Next enter(Moment moment) {
        moment.say(says);
        List<String> keys = keys(moment);
        return keys.isEmpty() ? moment.goTo(unanswered) : moment.findOut(new Question.WhereIs(keys));
    }

    /** Only what the company says of its line may choose a telephone: what a caller keys in must not. */
    private List<String> keys(Moment moment) {
        Facts line = moment.facts.under("line.");
        return destinations.stream().map(destination -> Wording.of(destination).written(line)).filter(key -> !key.isEmpty()).distinct().toList();
    }

    Next learn(Moment moment, Answer answer) {
        Answer.Targets phones = answer instanceof Answer.Targets targets ? targets : new Answer.Targets(List.of());
        keys(moment).stream().filter(key -> phones.targets().stream().noneMatch(phone -> phone.key().equals(key)))
                .forEach(key -> leaveOut(moment, key, phones.passedOver()));
        moment.targets = others(moment, phones.targets());
        if (moment.targets.isEmpty()) {
            return moment.goTo(unanswered);
        }
        moment.since = moment.at;
        moment.cameTo(Happening.Outcome.MISSED);
        moment.tell(new Happening.AboutToRing(moment.targets));
        return dial(moment);
    }

    private static void leaveOut(Moment moment, String key, List<Answer.NotRung> passedOver) {
        passedOver.stream().filter(phone -> phone.key().equals(key)).findFirst().ifPresentOrElse(
                phone -> moment.passOver(key, phone.label(), phone.why()), () -> moment.passOver(key, null, Remark.Why.NOT_THERE));
    }

    /** An agent who calls in from his own telephone is not rung on it: it is busy, or answers itself. */
    private static List<Verb.Target> others(Moment moment, List<Verb.Target> found) {
        String caller = moment.facts.get("caller.number").orElse("");
        Predicate<Verb.Target> isCallers = target -> target.destination().address().equals(caller);
        moment.passOver(found.stream().filter(isCallers).toList(), Remark.Why.IS_CALLER);
        return found.stream().filter(isCallers.negate()).toList();
    }

    Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.DialEnded ended when ended.outcome() == CallEvent.DialOutcome.ANSWERED -> {
                answered(moment);
                yield moment.hangUp();
            }
            case CallEvent.DialEnded ended -> notAnswered(moment);
            case CallEvent.TimeIsUp timeIsUp -> notAnswered(moment);
            default -> dial(moment);
        };
    }

    void late(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.DialEnded ended && ended.outcome() == CallEvent.DialOutcome.ANSWERED
                && !moment.targets.isEmpty()) {
            answered(moment);
        }
    }

    /** The call's time is up: whoever rings now has not answered, and the others' turn never comes. */
    void giveUp(Moment moment) {
        if (!moment.targets.isEmpty()) {
            moment.rung = Stream.concat(moment.rung.stream(), moment.targets.stream().limit(1)).toList();
            moment.passOver(later(moment), Remark.Why.OUT_OF_TIME);
            moment.targets = List.of();
            moment.tell(new Happening.NobodyAnswered(moment.rung));
        }
    }

    /** The caller hangs up while it rings: the others' turn never comes. */
    void callerGone(Moment moment) {
        moment.passOver(later(moment), Remark.Why.CALLER_GONE);
    }

    private static List<Verb.Target> later(Moment moment) {
        return moment.targets.stream().skip(1).toList();
    }

    private static void answered(Moment moment) {
        Verb.Target target = moment.targets.getFirst();
        moment.passOver(later(moment), Remark.Why.ANSWERED_BEFORE);
        moment.cameTo(Happening.Outcome.ANSWERED);
        // of two who talk, the one who is ours: he may have called himself
        moment.tell(new Happening.WasAnswered(moment.facts.get(BuiltIn.AGENT).orElse(target.agent() != null ? target.agent() : target.label())));
    }

    private Next notAnswered(Moment moment) {
        moment.rung = Stream.concat(moment.rung.stream(), moment.targets.stream().limit(1)).toList();
        moment.targets = later(moment);
        return dial(moment);
    }

    private Next dial(Moment moment) {
        int seconds = moment.targets.isEmpty() ? 0 : Math.min(seconds(moment.targets.getFirst()), left(moment));
        if (seconds < SHORTEST) {
            moment.passOver(moment.targets, Remark.Why.OUT_OF_TIME);
            moment.targets = List.of();
            moment.tell(new Happening.NobodyAnswered(moment.rung));
            return moment.goTo(unanswered);
        }
        return moment.await(new Verb.Dial(List.of(moment.targets.getFirst()), seconds, callerId(moment)));
    }

    private int seconds(Verb.Target target) {
        return Math.clamp(secondsEach > 0 ? secondsEach : target.seconds(), SHORTEST, LONGEST);
    }

    private int left(Moment moment) {
        long gone = moment.since == null ? 0 : Math.max(0, Duration.between(moment.since, moment.at).toSeconds());
        return secondsTotal == 0 ? LONGEST : Math.clamp(secondsTotal - gone, 0, LONGEST);
    }

    /** Carriers refuse to show a number that is none: a caller who hides his shows our line's. */
    private static String callerId(Moment moment) {
        return moment.caller().isPresent() ? null
                : moment.facts.get("line.number").flatMap(PhoneNumber::in).map(PhoneNumber::e164).orElse(null);
    }
}
