package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import callward.flow.Happening.Outcome;
import callward.flow.Turn.Next;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call as its caller and the house live through it; every expectation not met fails the test. */
final class Conversation {

    private final Steps steps;
    private final Map<String, Facts> tickets = new HashMap<>();
    private final Map<String, Facts> customers = new HashMap<>();
    private final Map<String, Verb.Target> telephones = new HashMap<>();
    private final Map<String, Remark.Why> away = new HashMap<>();
    private final List<Happening> news = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Progress progress = Progress.START;
    private List<Verb> reply = List.of();
    private List<Happening> justTold = List.of();
    private List<Remark> remarks = List.of();
    private boolean open = true;
    private Set<String> refused = Set.of();
    private Answer queue = new Answer.Queue(new Waiting(null, 30, 10, 600), true, true, false, 0, true);
    private String mailbox = "support";
    private Answer group = new Answer.Unknown();

    private Conversation(Steps steps) {
        this.steps = steps;
    }

    static Conversation with(Steps steps) {
        return new Conversation(steps)
                .telephone("tom", "+15552000001").telephone("ann", "sip:ann@widgets.example").telephone("bo", "client:bo");
    }

    // ---- the world -----------------------------------------------------------------------------------------------------

    Conversation telephone(String key, String address) {
        String name = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        telephones.put(key, new Verb.Target(key, name + ", desk", Destination.of(address), name, 20));
        return this;
    }

    /** Whose telephone it is does not want it rung. */
    Conversation isAway(String key, Remark.Why why) {
        away.put(key, why);
        return this;
    }

    /** Whoever picks it up is asked. */
    Conversation asks(String... keys) {
        for (String key : keys) {
            Verb.Target phone = telephones.get(key);
            telephones.put(key, new Verb.Target(key, phone.label(), phone.destination(), phone.agent(), phone.seconds(), true));
        }
        return this;
    }

    /** Numbers that the house does not call. */
    Conversation doesNotCall(String... numbers) {
        refused = Set.of(numbers);
        return this;
    }

    /** What is answered when a step asks who of a group is free. */
    Conversation group(RingRules rules, String... free) {
        return group(rules, List.of(), false, free);
    }

    Conversation group(RingRules rules, List<Answer.NotRung> passedOver, boolean callerIsMember, String... free) {
        group = new Answer.Members(Stream.of(free).map(telephones::get).toList(), passedOver, rules, true, callerIsMember);
        return this;
    }

    Conversation groupIsClosed() {
        Answer.Members members = (Answer.Members) group;
        group = new Answer.Members(members.targets(), members.passedOver(), members.rules(), false, false);
        return this;
    }

    Conversation knowsTicket(String number, String title, String customer) {
        tickets.put(number, Facts.of("ticket.number", number).with("ticket.title", title).with("ticket.url", "/tickets/" + number)
                .with("customer.name", customer));
        return this;
    }

    Conversation knowsCustomer(String phone, String name) {
        customers.put(phone, Facts.of("customer.name", name).with("customer.id", "7").with("customer.url", "/customers/7"));
        return this;
    }

    Conversation isClosed() {
        open = false;
        return this;
    }

    /** What is known of the queue that a step asks for. */
    Conversation queue(Answer answer) {
        queue = answer;
        return this;
    }

    // ---- what the caller and the carrier do -----------------------------------------------------------------------------

    Conversation calls(String from) {
        Facts line = Facts.of("line.name", "Support").with("line.number", "+15551000000").with("call.id", "CA1");
        return happens(new CallEvent.Arrived(now, PhoneNumber.in(from).isPresent() ? line.with("caller.number", from) : line));
    }

    Conversation presses(String digits) {
        return happens(new CallEvent.Entered(now, digits));
    }

    Conversation speaks(String words) {
        return happens(new CallEvent.Spoke(now, words));
    }

    Conversation isSilent() {
        return happens(new CallEvent.Silent(now));
    }

    Conversation nobodyAnswers() {
        passes(last(Verb.Dial.class).seconds());
        return happens(new CallEvent.DialEnded(now, CallEvent.DialOutcome.NO_ANSWER, null, 0));
    }

    Conversation isBusy() {
        return happens(new CallEvent.DialEnded(now, CallEvent.DialOutcome.BUSY, null, 0));
    }

    Conversation talks(int seconds) {
        passes(seconds);
        return happens(new CallEvent.DialEnded(now, CallEvent.DialOutcome.ANSWERED, new LegId("CA2"), seconds));
    }

    Conversation isDequeued(CallEvent.DequeueOutcome outcome, String by) {
        return happens(new CallEvent.Dequeued(now, outcome, by));
    }

    /** Somebody takes the call, and they talk. */
    Conversation talksTo(String key) {
        return dialEnds(CallEvent.DialOutcome.ANSWERED, key);
    }

    /** His voicemail picks up, or nobody presses a key. */
    Conversation picksUpInSilence(String key) {
        return dialEnds(CallEvent.DialOutcome.SILENT, key);
    }

    Conversation declines(String key) {
        return dialEnds(CallEvent.DialOutcome.DECLINED, key);
    }

    private Conversation dialEnds(CallEvent.DialOutcome outcome, String key) {
        passes(8);
        return happens(new CallEvent.DialEnded(now, outcome, new LegId("CA3"), 8, key));
    }

    Conversation leavesMessage(String recording, int seconds) {
        return happens(new CallEvent.RecordingEnded(now, recording, seconds, false));
    }

    Conversation leavesMessageAndHangsUp(String recording, int seconds) {
        return happens(new CallEvent.RecordingEnded(now, recording, seconds, true));
    }

    Conversation comesBack() {
        return happens(new CallEvent.Returned(now));
    }

    Conversation hangsUp() {
        return happens(new CallEvent.CallerGone(now));
    }

    Conversation timeIsUp() {
        return happens(new CallEvent.TimeIsUp(now));
    }

    Conversation passes(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** Whoever talks on the telephone that rang last sends the caller on. */
    Conversation isSentOn(TransferTo to) {
        Verb.Target talks = last(Verb.Dial.class).targets().getFirst();
        return happens(new CallEvent.Transferred(now, to, new Talk(new LegId("CA" + talks.key()), talks.agent(), talks.key()), talks.agent(), "He is upset.", mailbox));
    }

    Conversation hasNoMailbox() {
        mailbox = null;
        return this;
    }

    /** One event, and whatever has to be found out before the reply is whole. */
    Conversation happens(CallEvent event) {
        Turn turn = CallFlow.next(steps, progress, event);
        List<Happening> told = new ArrayList<>(turn.news());
        List<Remark> made = new ArrayList<>(turn.remarks());
        orders.addAll(turn.orders());
        while (turn.next() instanceof Next.FindOut(Question question)) {
            assertTrue(turn.verbs().isEmpty(), "verbs are kept until the reply is whole");
            questions.add(question);
            turn = CallFlow.next(steps, turn.progress(), new CallEvent.Learned(now, answer(question)));
            told.addAll(turn.news());
            made.addAll(turn.remarks());
            orders.addAll(turn.orders());
        }
        progress = turn.progress();
        reply = turn.verbs();
        justTold = told;
        remarks = made;
        news.addAll(told);
        assertEquals(progress.over(), turn.next() instanceof Next.Over);
        return this;
    }

    private Answer answer(Question question) {
        return switch (question) {
            case Question.WhoCalls(PhoneNumber number) -> known(customers.get(number.e164()));
            case Question.TicketNumbered(String number) -> known(tickets.get(number));
            case Question.WhoCanTalk(List<String> keys, List<String> gone) -> answer(new Question.WhereIs(keys));
            case Question.WhereIs(List<String> keys) ->
                    new Answer.Targets(keys.stream().filter(key -> !away.containsKey(key)).map(telephones::get).filter(Objects::nonNull).toList(),
                            keys.stream().filter(away::containsKey).map(key -> new Answer.NotRung(key, telephones.get(key).label(), away.get(key))).toList());
            case Question.WhoIsFree free -> group;
            case Question.MayWait wish -> queue;
            case Question.MayCallBack(PhoneNumber number, var facts) -> new Answer.Allowed(!refused.contains(number.e164()));
            case Question.IsOpen(String calendar) -> new Answer.Open(open);
        };
    }

    private static Answer known(Facts facts) {
        return facts == null ? new Answer.Unknown() : new Answer.Known(facts);
    }

    // ---- what is heard and seen -----------------------------------------------------------------------------------------

    Conversation hears(String... words) {
        for (String part : words) {
            assertTrue(heard().contains(part), () -> "expected \"" + part + "\" in: " + heard());
        }
        return this;
    }

    Conversation doesNotHear(String words) {
        assertFalse(heard().contains(words), () -> "did not expect \"" + words + "\" in: " + heard());
        return this;
    }

    Conversation hearsNothing() {
        assertEquals("", heard());
        return this;
    }

    String heard() {
        return reply.stream().flatMap(verb -> verb instanceof Verb.Gather gather ? gather.prompts().stream() : Stream.of(verb))
                .map(verb -> switch (verb) {
                    case Verb.Say say -> say.text();
                    case Verb.Play play -> "[" + play.greeting() + "]";
                    default -> "";
                }).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    Conversation rings(String... keys) {
        assertEquals(List.of(keys), last(Verb.Dial.class).targets().stream().map(Verb.Target::key).toList());
        return this;
    }

    Conversation ringsFor(int seconds) {
        assertEquals(seconds, last(Verb.Dial.class).seconds());
        return this;
    }

    Conversation popsUpFor(String... keys) {
        assertEquals(List.of(keys), justTold.stream()
                .flatMap(told -> told instanceof Happening.AboutToRing ring ? ring.targets().stream() : Stream.empty())
                .map(Verb.Target::key).toList());
        return this;
    }

    /** @param expected key and reason of each, e.g. {@code "ann OUT_OF_TIME"} */
    Conversation passesOver(String... expected) {
        assertEquals(List.of(expected), remarks.stream().filter(Remark.PassedOver.class::isInstance).map(Remark.PassedOver.class::cast)
                .map(one -> one.key() + " " + one.why()).toList());
        return this;
    }

    Conversation enters(String... steps) {
        assertEquals(List.of(steps), remarks.stream().filter(Remark.Entered.class::isInstance).map(one -> ((Remark.Entered) one).step()).toList());
        return this;
    }

    Conversation isRecorded() {
        last(Verb.Record.class);
        return this;
    }

    Conversation isAsked() {
        last(Verb.Gather.class);
        return this;
    }

    Conversation waits() {
        last(Verb.Enqueue.class);
        return this;
    }

    Conversation isHungUpOn() {
        last(Verb.HangUp.class);
        return this;
    }

    <V extends Verb> V last(Class<V> kind) {
        if (reply.isEmpty()) {
            fail("expected " + kind.getSimpleName() + ", but there is no verb");
        }
        return assertInstanceOf(kind, reply.getLast());
    }

    Conversation tells(Happening... expected) {
        assertEquals(List.of(expected), justTold);
        return this;
    }

    Conversation knows(String fact, String value) {
        assertEquals(value, progress.facts().get(fact).orElse(null));
        return this;
    }

    Conversation texts(Order... expected) {
        assertEquals(List.of(expected), orders);
        return this;
    }

    Conversation endsAs(Outcome outcome) {
        assertTrue(progress.over(), "the call is not over");
        assertEquals(outcome, progress.result());
        assertEquals(1, news.stream().filter(Happening.Ended.class::isInstance).count(), "its end is told once");
        return this;
    }

    Conversation isNotOver() {
        assertFalse(progress.over());
        return this;
    }

    List<Verb> reply() {
        return reply;
    }

    List<Happening> news() {
        return news;
    }

    List<Question> questions() {
        return questions;
    }

    Progress progress() {
        return progress;
    }

}
