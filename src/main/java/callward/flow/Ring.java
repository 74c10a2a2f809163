package callward.flow;

import callward.flow.Turn.Next;
import callward.wording.Facts;
import callward.wording.Wording;
import java.util.List;

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

    Next enter(Moment moment) {
        moment.say(says);
        List<String> keys = keys(moment);
        return keys.isEmpty() ? moment.goTo(unanswered) : moment.findOut(moment.isOnDetour() ? new Question.WhoCanTalk(keys, moment.gone()) : new Question.WhereIs(keys));
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
        List<Verb.Target> found = Ringing.others(moment, phones.targets());
        return found.isEmpty() ? moment.goTo(unanswered) : ringing().begin(moment, null, found);
    }

    private static void leaveOut(Moment moment, String key, List<Answer.NotRung> passedOver) {
        passedOver.stream().filter(phone -> phone.key().equals(key)).findFirst().ifPresentOrElse(
                phone -> moment.passOver(key, phone.label(), phone.why()), () -> moment.passOver(key, null, Remark.Why.NOT_THERE));
    }

    Next on(Moment moment, CallEvent event) {
        return ringing().on(moment, event);
    }

    private Ringing ringing() {
        return new Ringing(false, secondsEach, secondsTotal, 1, Accept.ANY_KEY, moment -> moment.goTo(unanswered));
    }
}
