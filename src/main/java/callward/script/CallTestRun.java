package callward.script;

import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.CallFlow;
import callward.flow.Order;
import callward.flow.Progress;
import callward.flow.Question;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Turn;
import callward.flow.Turn.Next;
import callward.flow.Verb;
import callward.flow.Waiting;
import callward.phone.BrowserPhone;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.CallTest.GivenGroup;
import callward.script.CallTest.GivenTelephone;
import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.Got;
import callward.script.CallTestResult.TestLine;
import callward.script.CallTestResult.Told;
import callward.wording.CallHour;
import callward.wording.Facts;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays a call test against steps, as the switchboard plays a call: the same engine, with the test's own answers and its own time. */
public final class CallTestRun {

    private static final int USUAL_SECONDS = 20;
    private static final int TALK_SECONDS = 60;
    private static final Waiting WAITING = new Waiting(null, 60, 50, 900);
    private static final int ASKED_SECONDS = 10;
    private static final int LONGEST_RINGING = 600;

    private final Steps steps;
    private final CallTest test;
    private final ZoneId zone;
    private final List<TestLine> transcript = new ArrayList<>();

    private Instant now;
    private Progress progress = Progress.START;
    private List<Verb> reply = List.of();
    private List<Order> orders = List.of();

    private CallTestRun(Steps steps, CallTest test, ZoneId zone) {
        this.steps = steps;
        this.test = test;
        this.zone = zone;
        now = test.at();
    }

    /** @param zone the company's: by its clock the call knows day and hour */
    static CallTestResult of(Steps steps, CallTest test, ZoneId zone) {
        return new CallTestRun(steps, test, zone).play();
    }

    /**
     * The same test with everything expected that comes of it now: what is heard, what rings, what the call comes to. What cannot be done
     * as the call goes is left out.
     *
     * @param doings a test without expectations
     * @param zone   the company's
     */
    static CallTest filled(Steps steps, CallTest doings, ZoneId zone) {
        return new CallTestRun(steps, doings, zone).fill();
    }

    private CallTest fill() {
        happens(new CallEvent.Arrived(now, known()));
        List<Move> moves = new ArrayList<>(expectations());
        for (Move move : test.moves()) {
            Move exact = exact(move);
            if (move(moves.size(), move).isEmpty()) {
                moves.add(exact);
                moves.addAll(expectations());
            }
        }
        return test.with(moves, progress.outcome());
    }

    private List<Move> expectations() {
        Stream<Move> words = prompts(reply).map(CallTestRun::heard).filter(heard -> !plain(heard).isEmpty()).map(Move.Hears::new);
        Stream<Move> texts = orders.stream().map(order -> new Move.GetsText(body(order)));
        Stream<Move> rings = isRinging() ? Stream.of(new Move.Rings(ringing())) : Stream.empty();
        return Stream.of(words, texts, rings).flatMap(each -> each).toList();
    }

    /** Who answers, and for whom the message is, are worth expecting, too. */
    private Move exact(Move move) {
        return switch (move) {
            case Move.IsAnswered answered when isRinging() -> new Move.IsAnswered(phone(answered.by()));
            case Move.Declines declined when isRinging() -> new Move.Declines(phone(declined.by()));
            case Move.PicksUpInSilence silent when isRinging() -> new Move.PicksUpInSilence(phone(silent.by()));
            case Move.LeavesMessage message -> new Move.LeavesMessage(mailbox().isEmpty() ? null : mailbox(), message.seconds(), message.hangsUp());
            default -> move;
        };
    }

    private CallTestResult play() {
        transcript.add(new TestLine(null, Told.CALLS, Objects.requireNonNullElse(test.caller(), "")));
        happens(new CallEvent.Arrived(now, known()));
        for (int i = 0; i < test.moves().size(); i++) {
            transcript.add(new TestLine(i, Told.DOES, ""));
            Optional<TestDifference> difference = move(i, test.moves().get(i));
            if (difference.isPresent()) {
                return new CallTestResult(false, transcript, difference.get());
            }
        }
        if (test.outcome() == null || progress.over() && progress.outcome() == test.outcome()) {
            return new CallTestResult(true, transcript, null);
        }
        return new CallTestResult(false, transcript, standing(test.moves().size()));
    }

    private Facts known() {
        Facts given = new Facts(test.line());
        Facts line = CallHour.facts(test.at(), zone, steps.tongue().locale()).with(given.under("line.")).with(given.under("call.")).with("call.id", "CA-test");
        return test.caller() == null ? line.with("caller.shown", "anonymous")
                : line.with("caller.number", test.caller()).with("caller.shown", PhoneNumber.in(test.caller()).map(PhoneNumber::shown).orElse(test.caller()));
    }

    private Optional<TestDifference> move(int place, Move move) {
        return switch (move) {
            case Move.Hears hears -> plain(heard(reply)).contains(plain(hears.words())) ? Optional.empty()
                    : Optional.of(new TestDifference(place, Got.HEARD, heard(reply)));
            case Move.GetsText text -> texted(place, text);
            case Move.Rings rings -> isRinging() && rings.destinations().equals(ringing()) ? Optional.empty() : Optional.of(standing(place));
            case Move.Presses presses -> when(isAsked() || isWaiting() && last(Verb.Enqueue.class).keys().contains(presses.keys()), place, () -> entered(presses.keys()));
            case Move.Says says -> when(isAsked() && last(Verb.Gather.class).speech(), place, () -> new CallEvent.Spoke(now, says.words()));
            case Move.StaysSilent silent -> when(isAsked(), place, () -> new CallEvent.Silent(after(last(Verb.Gather.class).seconds())));
            case Move.NobodyAnswers nobody when isWaiting() -> when(true, place, () -> new CallEvent.TimeIsUp(after(last(Verb.Enqueue.class).seconds())));
            case Move.IsAnswered answered when isWaiting() -> when(true, place,
                    () -> new CallEvent.Dequeued(after(TALK_SECONDS), DequeueOutcome.TALKED, answered.by()));
            case Move.NobodyAnswers nobody -> when(isRinging(), place,
                    () -> new CallEvent.DialEnded(after(last(Verb.Dial.class).seconds()), DialOutcome.NO_ANSWER, null, 0));
            case Move.IsBusy busy -> when(isRinging(), place, () -> new CallEvent.DialEnded(now, DialOutcome.BUSY, null, 0));
            case Move.IsAnswered answered -> when(isRinging() && rings(answered.by()), place,
                    () -> new CallEvent.DialEnded(after(TALK_SECONDS), DialOutcome.ANSWERED, null, TALK_SECONDS, phone(answered.by())));
            case Move.Declines declined -> when(isRinging() && rings(declined.by()), place,
                    () -> new CallEvent.DialEnded(after(ASKED_SECONDS), DialOutcome.DECLINED, null, 0, phone(declined.by())));
            case Move.PicksUpInSilence silent -> when(isRinging() && rings(silent.by()), place,
                    () -> new CallEvent.DialEnded(after(ASKED_SECONDS), DialOutcome.SILENT, null, 0, phone(silent.by())));
            case Move.LeavesMessage message -> when(isRecording(message.mailbox()), place, () -> recorded(message));
            case Move.ComesBack back -> when(ends(Verb.Redirect.class), place, () -> new CallEvent.Returned(now));
            case Move.HangsUp gone -> when(!progress.over(), place, () -> new CallEvent.CallerGone(now));
        };
    }

    private Optional<TestDifference> texted(int place, Move.GetsText text) {
        String bodies = orders.stream().map(CallTestRun::body).collect(Collectors.joining(" "));
        return plain(bodies).contains(plain(text.words())) && !orders.isEmpty() ? Optional.empty()
                : Optional.of(new TestDifference(place, orders.isEmpty() ? Got.NO_TEXT : Got.TEXTED, bodies));
    }

    /** Nothing can be done where nobody waits for it: the call stands elsewhere than the test says. */
    private Optional<TestDifference> when(boolean possible, int place, Supplier<CallEvent> event) {
        if (!possible) {
            return Optional.of(standing(place));
        }
        happens(event.get());
        return Optional.empty();
    }

    private CallEvent entered(String keys) {
        return keys == null || keys.isEmpty() ? new CallEvent.Silent(now) : new CallEvent.Entered(now, keys);
    }

    private CallEvent recorded(Move.LeavesMessage message) {
        return new CallEvent.RecordingEnded(after(message.seconds()), message.seconds() == 0 ? null : "RE-test", message.seconds(), message.hangsUp());
    }

    private Instant after(int seconds) {
        now = now.plusSeconds(seconds);
        return now;
    }

    // ---- the engine ----------------------------------------------------------------------------------------------------

    private void happens(CallEvent event) {
        List<Order> ordered = new ArrayList<>();
        Turn turn = CallFlow.next(steps, progress, event);
        ordered.addAll(turn.orders());
        while (turn.next() instanceof Next.FindOut(Question question)) {
            turn = CallFlow.next(steps, turn.progress(), new CallEvent.Learned(now, answer(question)));
            ordered.addAll(turn.orders());
        }
        progress = turn.progress();
        reply = turn.verbs();
        orders = ordered;
        tell();
    }

    private Answer answer(Question question) {
        return switch (question) {
            case Question.WhoCalls who -> test.given().customer().isEmpty() ? new Answer.Unknown() : new Answer.Known(new Facts(test.given().customer()));
            case Question.TicketNumbered(String number) -> test.given().tickets().stream()
                    .filter(ticket -> number.equals(ticket.get("ticket.number"))).findFirst()
                    .<Answer>map(ticket -> new Answer.Known(new Facts(ticket))).orElseGet(Answer.Unknown::new);
            case Question.WhereIs(List<String> keys) -> new Answer.Targets(keys.stream().map(this::target).flatMap(Optional::stream).toList());
            case Question.WhoCanTalk(List<String> keys, List<String> gone) -> answer(new Question.WhereIs(keys)); // in a test nobody talks to anybody else
            case Question.WhoIsFree(String key, Facts facts) -> group(key).<Answer>map(this::members).orElseGet(Answer.Unknown::new);
            case Question.MayWait(String key, Facts facts) -> group(key)
                    .<Answer>map(group -> new Answer.Queue(WAITING, !group.closed(), !group.members().isEmpty(), false, 0, true)).orElseGet(Answer.Unknown::new);
            case Question.MayCallBack wish -> new Answer.Allowed(true);
            case Question.IsOpen(String calendar) -> new Answer.Open(test.given().open().getOrDefault(calendar, true));
        };
    }

    private Optional<GivenGroup> group(String key) {
        return test.given().groups().stream().filter(group -> group.key().equals(key)).findFirst();
    }

    /** Its telephones ask, so that a test may say what becomes of the question. */
    private Answer members(GivenGroup group) {
        List<Verb.Target> members = group.members().stream()
                .map(key -> target(key).orElseGet(() -> target(new GivenTelephone(key, null, null, null, null))))
                .map(phone -> new Verb.Target(phone.key(), phone.label(), phone.destination(), phone.agent(), phone.seconds(), true)).toList();
        RingRules rules = new RingRules(Objects.requireNonNullElse(group.strategy(), RingStrategy.IN_ORDER), Objects.requireNonNullElse(group.seconds(), USUAL_SECONDS),
                LONGEST_RINGING, Objects.requireNonNullElse(group.rounds(), 1), Accept.ANY_KEY, false);
        return new Answer.Members(members, List.of(), rules, !group.closed(), false);
    }

    /** A key that is an address itself, as a line's own telephone, always exists. */
    private Optional<Verb.Target> target(String key) {
        return test.given().destinations().stream().filter(telephone -> key.equals(telephone.key())).findFirst().map(CallTestRun::target)
                .or(() -> address(key).filter(address -> !(address instanceof BrowserPhone)).map(address -> new Verb.Target(key, key, address, null, USUAL_SECONDS)));
    }

    private static Verb.Target target(GivenTelephone telephone) {
        return new Verb.Target(telephone.key(), Objects.requireNonNullElse(telephone.label(), telephone.key()),
                Optional.ofNullable(telephone.address()).flatMap(CallTestRun::address).orElseGet(() -> Destination.of("client:test")),
                telephone.agent(), Objects.requireNonNullElse(telephone.seconds(), USUAL_SECONDS));
    }

    private static Optional<Destination> address(String text) {
        try {
            return Optional.of(Destination.of(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    // ---- where the call stands -------------------------------------------------------------------------------------------

    private boolean isAsked() {
        return ends(Verb.Gather.class);
    }

    private boolean isWaiting() {
        return ends(Verb.Enqueue.class);
    }

    private boolean isRinging() {
        return ends(Verb.Dial.class);
    }

    private boolean isRecording(String mailbox) {
        return ends(Verb.Record.class) && (mailbox == null || mailbox.isBlank() || mailbox.equals(mailbox()));
    }

    private boolean rings(String who) {
        return ringingNow(who).isPresent();
    }

    private String phone(String who) {
        return ringingNow(who).map(Verb.Target::key).orElse(progress.targets().getFirst().key());
    }

    private Optional<Verb.Target> ringingNow(String who) {
        return last(Verb.Dial.class).targets().stream()
                .filter(phone -> who == null || who.isBlank() || who.equals(phone.key()) || who.equalsIgnoreCase(phone.agent())).findFirst();
    }

    private List<String> ringing() {
        return progress.targets().stream().map(Verb.Target::key).toList();
    }

    private String mailbox() {
        return steps.get(progress.step()).flatMap(step -> step instanceof TakeMessage taking ? Optional.of(taking.mailbox())
                : Optional.empty()).orElse("");
    }

    private <V extends Verb> boolean ends(Class<V> kind) {
        return !progress.over() && !reply.isEmpty() && kind.isInstance(reply.getLast());
    }

    private <V extends Verb> V last(Class<V> kind) {
        return kind.cast(reply.getLast());
    }

    private TestDifference standing(int place) {
        if (progress.over()) {
            return new TestDifference(place, Got.OVER, progress.outcome().name());
        }
        return switch (reply.getLast()) {
            case Verb.Dial dial -> new TestDifference(place, Got.RINGING, String.join(", ", ringing()));
            case Verb.Record record -> new TestDifference(place, Got.RECORDING, mailbox());
            case Verb.Redirect redirect -> new TestDifference(place, Got.HANDED_OVER, redirect.url().toString());
            case Verb.Enqueue waiting -> new TestDifference(place, Got.WAITING, waiting.group());
            case Verb.Gather gather -> new TestDifference(place, gather.speech() ? Got.ASKED : Got.ASKED_FOR_KEYS, heard(reply));
            // the engine awaits nobody after any other verb
            default -> new TestDifference(place, Got.HEARD, heard(reply));
        };
    }

    private void tell() {
        String heard = heard(reply);
        if (!heard.isEmpty()) {
            transcript.add(new TestLine(null, Told.HEARS, heard));
        }
        orders.forEach(order -> transcript.add(new TestLine(null, Told.GETS_TEXT, body(order))));
        if (progress.over()) {
            transcript.add(new TestLine(null, Told.OVER, progress.outcome().name()));
        } else if (isRinging()) {
            transcript.add(new TestLine(null, Told.RINGS, String.join(", ", ringing())));
        } else if (ends(Verb.Record.class)) {
            transcript.add(new TestLine(null, Told.RECORDS, mailbox()));
        } else if (isWaiting()) {
            transcript.add(new TestLine(null, Told.WAITS, last(Verb.Enqueue.class).group()));
        } else if (ends(Verb.Redirect.class)) {
            transcript.add(new TestLine(null, Told.HANDED_OVER, last(Verb.Redirect.class).url().toString()));
        }
    }

    private static String body(Order order) {
        return switch (order) {
            case Order.SendText text -> text.body();
            case Order.Resume resume -> "";
            case Order.End end -> "";
            case Order.Place place -> "";
            case Order.EndLeg leg -> "";
            case Order.MoveLeg leg -> "";
        };
    }

    private static Stream<Verb> prompts(List<Verb> verbs) {
        return verbs.stream().flatMap(verb -> switch (verb) {
            case Verb.Gather gather -> gather.prompts().stream();
            case Verb.Enqueue waiting -> waiting.choices().stream();
            default -> Stream.of(verb);
        });
    }

    private static String heard(List<Verb> verbs) {
        return prompts(verbs).map(CallTestRun::heard).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String heard(Verb verb) {
        return switch (verb) {
            case Verb.Say say -> say.text();
            case Verb.Play play -> "[" + play.greeting() + "]";
            default -> "";
        };
    }

    /** Without accents, capitals and punctuation; digits that are read out one by one are one number again. */
    public static String plain(String text) {
        return Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip().replaceAll("(?<=(?:^| )\\p{N}) (?=\\p{N}(?: |$))", "");
    }
}
