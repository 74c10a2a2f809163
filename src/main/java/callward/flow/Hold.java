package callward.flow;

import callward.flow.Happening.WaitEnd;
import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the caller wait until somebody of a group takes the call; meanwhile he may leave a message or ask to be called back, and keeps his
 * place. After the talk the call is over.
 *
 * @param says        heard before he waits
 * @param group       key of the group
 * @param message     where a caller goes who would rather leave a message; null: that is not offered
 * @param messageKey  one of {@code 0-9*#}; null: 1
 * @param callback    whether he may ask to be called back
 * @param callbackKey another one of these; null: 2
 * @param closed      where he goes while the group's hours are off; null: as if nobody had time
 * @param nobody      where he goes when nobody of the group is at work; null: he waits all the same
 * @param unanswered  where he goes for whom nobody had time: he has waited too long, or too many wait already; null: the call ends politely
 */
public record Hold(String id, List<Utterance> says, String group, String message, String messageKey, boolean callback, String callbackKey,
                   String closed, String nobody, String unanswered) implements Step {

    /** Who has taken the caller out of the queue and talks to him: known as soon as the two are connected. */
    public static final String TALKS_TO = "queue.agent";

    /** Key of the greeting that is played to him when he waits; nothing where he never did, or heard ours. */
    static final String MUSIC = "queue.music";

    /** For which group he has waited in this call, last; nothing where he never did. */
    public static final String WAITED_FOR = "queue.group";

    /** The number he calls from, where it must not be called back. */
    private static final String REFUSED = "queue.refused";

    /** Each caller has a queue of his own at the carrier, so that whoever takes him takes him and nobody else. */
    private static final String QUEUE = "cw-";
    private static final int LONGEST_NUMBER = 18;
    private static final int SECONDS_TO_KEY_IN = 5;
    private static final int TRIES = 3;

    public Hold {
        Bounds.id(id);
        says = Bounds.list(says);
        Bounds.required("group", id, group);
        message = Bounds.orEnd(message);
        messageKey = key("messageKey", id, messageKey, "1");
        callbackKey = key("callbackKey", id, callbackKey, "2");
        closed = Bounds.orEnd(closed);
        nobody = Bounds.orEnd(nobody);
        unanswered = Bounds.orEnd(unanswered);
        if (messageKey.equals(callbackKey)) {
            throw new IllegalArgumentException("callbackKey of step \"" + id + "\" must be another key than messageKey");
        }
    }

    private static String key(String field, String step, String value, String usual) {
        String key = Bounds.keys(field, step, value, 1, usual);
        return key.isEmpty() ? usual : key;
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(message, closed, nobody, unanswered);
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
        moment.facts = moment.facts.with(TALKS_TO, null);
        return mayWait(moment);
    }

    private Next mayWait(Moment moment) {
        return moment.findOut(new Question.MayWait(group, moment.facts));
    }

    Next learn(Moment moment, Answer answer) {
        return moment.asked instanceof Question.MayCallBack wish ? checked(moment, wish.number(), answer) : learnQueue(moment, answer);
    }

    private Next learnQueue(Moment moment, Answer answer) {
        if (!(answer instanceof Answer.Queue queue)) {
            return notWaiting(moment, WaitEnd.FAILED);
        }
        if (moment.since == null) {
            Optional<Next> elsewhere = elsewhere(moment, queue);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            moment.since = moment.at;
            moment.cameTo(Happening.Outcome.MISSED);
            moment.say(says);
        }
        int left = left(moment, queue.waiting());
        return left <= 0 ? notWaiting(moment, WaitEnd.TIME_IS_UP) : waits(moment, queue, left);
    }

    /** Where he goes who does not even begin to wait. */
    private Optional<Next> elsewhere(Moment moment, Answer.Queue queue) {
        if (queue.callerIsMember()) {
            return Optional.of(moment.callsHimself());
        }
        if (!queue.open()) {
            return Optional.of(moment.goTo(closed == null ? unanswered : closed));
        }
        if (!queue.anybody() && nobody != null) {
            moment.cameTo(Happening.Outcome.MISSED);
            return Optional.of(moment.goTo(nobody));
        }
        if (queue.ahead() >= queue.waiting().mostWaiting()) {
            moment.cameTo(Happening.Outcome.MISSED);
            return Optional.of(moment.goTo(unanswered));
        }
        return Optional.empty();
    }

    private static int left(Moment moment, Waiting waiting) {
        return waiting.longestSeconds() - (int) Math.max(0, Duration.between(moment.since, moment.at).toSeconds());
    }

    private Next waits(Moment moment, Answer.Queue queue, int seconds) {
        Waiting waiting = queue.waiting();
        boolean callsBack = callback && queue.callsBack();
        moment.tries = 0;
        moment.facts = moment.facts.with(WAITED_FOR, group).with(MUSIC, waiting.music()).with(TALKS_TO, null);
        List<Verb.Prompt> music = waiting.music() == null ? List.of() : List.of(new Verb.Play(waiting.music(), moment.facts, moment.tongue()));
        Verb.Enqueue wait = new Verb.Enqueue(QUEUE + moment.facts.get("call.id").orElse(""), group, seconds, music, waiting.announceSeconds(), choices(moment, callsBack), keys(callsBack),
                moment.tongue());
        moment.tell(new Happening.BeganToWait(wait));
        return moment.await(wait);
    }

    private List<Verb.Prompt> choices(Moment moment, boolean callsBack) {
        List<Verb.Prompt> choices = new ArrayList<>();
        if (message != null) {
            choices.add(Phrase.TO_LEAVE_MESSAGE.in(moment.tongue(), Facts.of("queue.key", messageKey)));
        }
        if (callsBack) {
            choices.add(Phrase.TO_BE_CALLED.in(moment.tongue(), Facts.of("queue.key", callbackKey)));
        }
        return choices;
    }

    private String keys(boolean callsBack) {
        return (message == null ? "" : messageKey) + (callsBack ? callbackKey : "");
    }

    Next on(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.Dequeued over) {
            return dequeued(moment, over);
        }
        if (event instanceof CallEvent.TimeIsUp && moment.tries == 0) {
            return notWaiting(moment, WaitEnd.TIME_IS_UP);
        }
        return moment.tries > 0 ? asked(moment, event) : pressed(moment, event);
    }

    private Next dequeued(Moment moment, CallEvent.Dequeued over) {
        return switch (over.outcome()) {
            case TALKED -> {
                answered(moment, over.by());
                yield moment.hangUp();
            }
            case GONE -> {
                callerGone(moment);
                yield moment.left();
            }
            case FULL, FAILED -> notWaiting(moment, WaitEnd.FAILED);
            case LEFT, MOVED -> mayWait(moment);
        };
    }

    private Next pressed(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.Entered entered && message != null && entered.digits().equals(messageKey)) {
            moment.tell(new Happening.StoppedWaiting(group, WaitEnd.CHOSE));
            return moment.goTo(message);
        }
        if (event instanceof CallEvent.Entered entered && callback && entered.digits().equals(callbackKey)) {
            moment.tell(new Happening.SteppedAside(group));
            return own(moment).map(number -> mayCallBack(moment, number)).orElseGet(() -> ask(moment));
        }
        return mayWait(moment);
    }

    // ---- being called back -------------------------------------------------------------------------------------------------

    /** Whoever says nothing to it, or hangs up, agrees to the number that he calls from. */
    private Next asked(Moment moment, CallEvent event) {
        String digits = event instanceof CallEvent.Entered entered ? entered.digits() : "";
        if (own(moment).isPresent() && (digits.isEmpty() || digits.equals("1"))) {
            return kept(moment, own(moment).get());
        }
        Optional<PhoneNumber> keyed = line(moment).flatMap(line -> PhoneNumber.keyedIn(digits, line));
        if (keyed.isPresent()) {
            return mayCallBack(moment, keyed.get());
        }
        if (moment.tries >= TRIES) {
            return mayWait(moment);
        }
        moment.say(digits.isEmpty() ? Phrase.SORRY.in(moment.tongue(), moment.facts) : Phrase.CALLBACK_NOT_THERE.in(moment.tongue(), moment.facts));
        return ask(moment);
    }

    /** Nothing is promised that will not be done. It is asked again at his turn: by then it may be otherwise. */
    private static Next mayCallBack(Moment moment, PhoneNumber number) {
        return moment.findOut(new Question.MayCallBack(number, moment.facts));
    }

    private Next checked(Moment moment, PhoneNumber number, Answer answer) {
        boolean isAsked = moment.tries > 0;
        if (!(answer instanceof Answer.Allowed(boolean allowed)) || allowed) {
            return isAsked ? kept(moment, number) : ask(moment);
        }
        moment.say(Phrase.CALLBACK_NOT_THERE.in(moment.tongue(), moment.facts));
        if (!isAsked) {
            moment.facts = moment.facts.with(REFUSED, number.e164());
        }
        return moment.tries >= TRIES ? mayWait(moment) : ask(moment);
    }

    /** The number he calls from, if we know it and may call it. */
    private static Optional<PhoneNumber> own(Moment moment) {
        return moment.caller().filter(number -> !moment.facts.get(REFUSED).filter(number.e164()::equals).isPresent());
    }

    private Next ask(Moment moment) {
        moment.tries++;
        Verb.Say question = own(moment).map(number -> Phrase.CALLBACK_THIS.in(moment.tongue(), shown(number)))
                .orElseGet(() -> Phrase.CALLBACK_WHICH.in(moment.tongue(), moment.facts));
        return moment.await(new Verb.Gather(List.of(question), false, LONGEST_NUMBER, "#", SECONDS_TO_KEY_IN, List.of(), moment.tongue()));
    }

    private Next kept(Moment moment, PhoneNumber number) {
        moment.tell(new Happening.WantsCallback(group, number));
        moment.say(Phrase.CALLBACK_KEPT.in(moment.tongue(), shown(number)));
        return moment.hangUp();
    }

    private static Facts shown(PhoneNumber number) {
        return Facts.of("queue.number", number.e164());
    }

    private static Optional<PhoneNumber> line(Moment moment) {
        return moment.facts.get("line.number").flatMap(PhoneNumber::in);
    }

    // ---- how it ends -------------------------------------------------------------------------------------------------------

    private Next notWaiting(Moment moment, WaitEnd why) {
        moment.cameTo(Happening.Outcome.MISSED);
        if (moment.since != null) {
            moment.tell(new Happening.StoppedWaiting(group, why));
        }
        return moment.goTo(unanswered);
    }

    void callerGone(Moment moment) {
        Optional<String> agent = moment.facts.get(TALKS_TO);
        if (agent.isPresent()) {
            answered(moment, agent.get());
        } else if (moment.tries > 0 && own(moment).isPresent()) {
            moment.tell(new Happening.WantsCallback(group, own(moment).get()));
        } else {
            moment.tell(new Happening.StoppedWaiting(group, WaitEnd.GONE));
        }
    }

    void late(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.Dequeued over && over.outcome() == CallEvent.DequeueOutcome.TALKED) {
            answered(moment, over.by());
        }
    }

    void giveUp(Moment moment) {
        moment.tell(new Happening.StoppedWaiting(group, WaitEnd.TIME_IS_UP));
    }

    private void answered(Moment moment, String by) {
        moment.cameTo(Happening.Outcome.ANSWERED);
        moment.tell(new Happening.WasAnswered(by != null ? by : moment.facts.get(TALKS_TO).orElse(group)));
        moment.tell(new Happening.StoppedWaiting(group, WaitEnd.TALKED));
    }
}
