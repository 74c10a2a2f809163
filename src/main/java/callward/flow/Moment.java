package callward.flow;

import callward.flow.Happening.Outcome;
import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A turn in the making: what a step sees of the call, and what it can do. Lives no longer than one event. */
final class Moment {

    private final Steps script;
    Steps steps;
    final Instant at;
    final Question asked;
    private final boolean isGivingUp;

    String step;
    Facts facts;
    int tries;
    List<Verb.Target> targets;
    Instant since;
    List<Verb.Target> rung;
    Hunt hunt;
    int turns;
    int hops;

    Detour detour;
    private final List<String> texted;
    private final List<Verb> verbs;
    private final List<Order> orders = new ArrayList<>();
    private final List<Happening> news = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Outcome outcome;

    Moment(Steps steps, Progress before, CallEvent event) {
        script = steps;
        this.steps = before.walked(steps);
        detour = before.detour();
        at = event.at();
        asked = before.asked();
        isGivingUp = event instanceof CallEvent.CallTimeIsUp;
        step = before.step();
        facts = before.facts();
        tries = before.tries();
        targets = before.targets();
        since = before.since();
        rung = before.rung();
        hunt = before.hunt() == null ? Hunt.NONE : before.hunt();
        turns = before.turns();
        hops = before.hops();
        texted = new ArrayList<>(before.texted());
        verbs = new ArrayList<>(before.said());
        outcome = before.outcome();
    }

    // ---- what a step may do --------------------------------------------------------------------------------------------

    void begin(Step next) {
        enter(next.id(), null);
        if (isOnDetour()) {
            say(List.of(), detour.words(step));
            facts = facts.with("transfer.back", detour.isBack(step) ? detour.to().label() : null);
        }
    }

    /** Somebody sends the caller on. What comes of that counts anew; that he has talked stands in the detour. */
    void leaveScript(Detour way) {
        detour = way;
        steps = script.and(way.steps());
        outcome = null;
    }

    /** He waits where he would be rung for. */
    void park(Detour way) {
        leaveScript(way);
        enter(way.first(), at);
    }

    private void enter(String id, Instant from) {
        step = id;
        tries = 0;
        targets = List.of();
        since = from;
        rung = List.of();
        hunt = Hunt.NONE;
        remarks.add(new Remark.Entered(step));
    }

    boolean isOnDetour() {
        return detour != null && detour.has(step);
    }

    /** SIDs of legs that have left the caller. */
    List<String> gone() {
        return detour == null ? List.of() : detour.gone();
    }

    void say(List<Utterance> says) {
        verbs.addAll(prompts(says));
    }

    void say(Verb.Prompt prompt) {
        verbs.add(prompt);
    }

    /** The author's words, or ours where he has none. */
    void say(List<Utterance> says, Phrase ours) {
        verbs.addAll(prompts(says, ours));
    }

    List<Verb.Prompt> prompts(List<Utterance> says, Phrase ours) {
        return says.isEmpty() ? List.of(ours.in(tongue(), facts)) : prompts(says);
    }

    List<Verb.Prompt> prompts(List<Utterance> says) {
        return Prompts.of(says, facts, tongue(), Prompts.REPLY - Prompts.length(verbs));
    }

    Tongue tongue() {
        return steps.tongue();
    }

    Optional<PhoneNumber> caller() {
        return facts.get("caller.number").flatMap(PhoneNumber::in);
    }

    void tell(Happening happening) {
        news.add(happening);
    }

    void passOver(List<Verb.Target> phones, Remark.Why why) {
        phones.forEach(phone -> passOver(phone.key(), phone.label(), why));
    }

    void passOver(String key, String label, Remark.Why why) {
        remarks.add(new Remark.PassedOver(step, key, label, why));
    }

    void order(Order order) {
        orders.add(order);
    }

    /** One step texts once in a call, however often the caller comes by: texts cost money. */
    void text(String step, PhoneNumber to, String body) {
        if (!texted.contains(step)) {
            texted.add(step);
            orders.add(new Order.SendText(to, body));
        }
    }

    /** What the call came to. Nothing later outshines a talk or a message. */
    void cameTo(Outcome now) {
        if (!isSettled()) {
            outcome = BuiltIn.outcome(facts, step, now);
        }
    }

    boolean isSettled() {
        return outcome == Outcome.ANSWERED || outcome == Outcome.VOICEMAIL;
    }

    /** Whether the carrier has not answered the call yet. */
    boolean isUnanswered() {
        return turns == 1 && verbs.isEmpty();
    }

    // ---- what is next --------------------------------------------------------------------------------------------------

    Next await(Verb verb) {
        verbs.add(verb);
        return new Next.AwaitCaller();
    }

    /** @param next null: the call ends politely */
    Next goTo(String next) {
        return new Next.GoTo(next);
    }

    Next findOut(Question question) {
        return new Next.FindOut(question);
    }

    Next hangUp() {
        return end(new Verb.HangUp(), Outcome.MISSED);
    }

    Next refuse(boolean busy) {
        return end(isUnanswered() ? new Verb.Refuse(busy) : new Verb.HangUp(), Outcome.REFUSED);
    }

    Next goodbye() {
        say(List.of(), Phrase.GOODBYE);
        return hangUp();
    }

    /** The caller has waited long enough, and his script has no mailbox for him. */
    Next nobody() {
        say(List.of(), Phrase.NOBODY);
        return hangUp();
    }

    /** He belongs to those whom his own call would ring. */
    Next callsHimself() {
        say(List.of(), Phrase.CALLS_HIMSELF);
        return end(new Verb.HangUp(), Outcome.REFUSED);
    }

    /** The script leads nowhere. */
    Next broken() {
        say(List.of(), Phrase.TROUBLE);
        return end(new Verb.HangUp(), Outcome.FAILED);
    }

    /** The script runs in a circle: nobody wants to hear it fifty times before the end. */
    Next lost() {
        verbs.clear();
        orders.clear();
        return broken();
    }

    /** The caller is gone: nothing more can be heard. */
    Next left() {
        verbs.clear();
        return over(Outcome.ABANDONED);
    }

    private Next end(Verb last, Outcome otherwise) {
        if (isGivingUp && verbs.isEmpty()) {
            say(List.of(), Phrase.NOBODY); // the author's own words came out empty
        }
        verbs.add(last);
        return over(otherwise);
    }

    private Next over(Outcome otherwise) {
        if (outcome == null) {
            outcome = BuiltIn.outcome(facts, step, otherwise);
        }
        tell(new Happening.Ended(progress(true, List.of(), null).result()));
        return new Next.Over();
    }

    // ---- the turn ------------------------------------------------------------------------------------------------------

    Turn turn(Next next) {
        return switch (next) {
            case Next.FindOut(Question question) -> new Turn(progress(false, verbs, question), List.of(), orders, news, remarks, next);
            case Next.Over over -> new Turn(progress(true, List.of(), null), verbs, orders, news, remarks, over);
            default -> {
                hops = 0;
                yield new Turn(progress(false, List.of(), null), verbs, orders, news, remarks, next);
            }
        };
    }

    private Progress progress(boolean over, List<Verb> said, Question question) {
        return new Progress(step, facts, tries, targets, since, outcome, over, rung, turns, hops, said, question, texted,
                hunt == Hunt.NONE ? null : hunt, detour);
    }
}
