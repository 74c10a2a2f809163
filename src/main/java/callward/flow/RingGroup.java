package callward.flow;

import callward.flow.Turn.Next;
import java.util.List;
import java.util.Objects;

/**
 * Rings whoever of a group is free at this moment, in the way the group says, until somebody takes the call. After the talk the call is over.
 *
 * @param says       heard before it rings
 * @param group      key of the group
 * @param closed     where a caller goes while the group's hours are off; null: as when nobody answers
 * @param nobodyFree where a caller goes when nobody of the group can be rung at all; null: as when nobody answers
 * @param unanswered where a caller goes whom nobody answered; null: the call ends politely
 */
public record RingGroup(String id, List<Utterance> says, String group, String closed, String nobodyFree, String unanswered) implements Step {

    public RingGroup {
        Bounds.id(id);
        says = Bounds.list(says);
        Bounds.required("group", id, group);
        closed = Bounds.orEnd(closed);
        nobodyFree = Bounds.orEnd(nobodyFree);
        unanswered = Bounds.orEnd(unanswered);
    }

    private static final RingRules USUAL = new RingRules(RingStrategy.IN_ORDER, 20, 120, 1, Accept.ANY_KEY, false);

    @Override
    public List<String> leadsTo() {
        return Bounds.named(closed, nobodyFree, unanswered);
    }

    @Override
    public String givesUp() {
        return unanswered;
    }

    @Override
    public List<Utterance> utterances() {
        return says;
    }

    Next enter(Moment moment) {
        return moment.findOut(new Question.WhoIsFree(group, moment.facts));
    }

    Next learn(Moment moment, Answer answer) {
        if (!(answer instanceof Answer.Members members)) {
            moment.passOver(group, null, Remark.Why.NOT_THERE);
            return otherwise(moment, nobodyFree);
        }
        members.passedOver().forEach(member -> moment.passOver(member.key(), member.label(), member.why()));
        if (!members.open()) {
            moment.passOver(members.targets(), Remark.Why.CLOSED);
            return otherwise(moment, closed);
        }
        RingRules rules = Objects.requireNonNullElse(members.rules(), USUAL);
        if (members.callerIsMember() && rules.dropsMembers()) {
            moment.passOver(members.targets(), Remark.Why.IS_CALLER);
            return moment.callsHimself();
        }
        List<Verb.Target> found = Ringing.others(moment, members.targets());
        if (found.isEmpty()) {
            return otherwise(moment, nobodyFree);
        }
        moment.say(says);
        return ringing(rules).begin(moment, rules, found);
    }

    Next on(Moment moment, CallEvent event) {
        return ringing(Objects.requireNonNullElse(moment.hunt.rules(), USUAL)).on(moment, event);
    }

    private Ringing ringing(RingRules rules) {
        return new Ringing(rules.strategy() != null && rules.strategy().atOnce(), Math.clamp(rules.secondsEach(), Ringing.SHORTEST, Ringing.LONGEST),
                Math.clamp(rules.secondsTotal(), Ringing.SHORTEST, 3600), Math.clamp(rules.rounds(), 1, 10),
                Objects.requireNonNullElse(rules.accept(), Accept.ANY_KEY), moment -> otherwise(moment, unanswered));
    }

    private Next otherwise(Moment moment, String way) {
        String next = way != null ? way : unanswered;
        return next != null ? moment.goTo(next) : moment.nobody();
    }
}
