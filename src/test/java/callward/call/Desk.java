package callward.call;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.Role;
import callward.access.SignedIn;
import callward.agent.Devices;
import callward.agent.Ringable;
import callward.carrier.Carrier;
import callward.carrier.Tapes;
import callward.carrier.Texts;
import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.Greet;
import callward.flow.Menu;
import callward.flow.Question;
import callward.flow.Remark;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.TransferTo;
import callward.flow.Utterance;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenServerLife;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.house.Wired;
import callward.line.Lines;
import callward.line.Route;
import callward.outgoing.OutgoingCalls;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import callward.script.GivenRingGuard;
import callward.script.Scripts;
import callward.settings.Company;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.function.Supplier;

/** Room {@code call} as it is in the server, on a real database, between a carrier and a company that a test gives. Time stands still. */
final class Desk {

    /** Of a ship. */
    static final String DEAR = "+870773123456";
    static final String LINE = "+15550100100";
    static final String JOHN = "+15550101234";
    static final String ACCOUNT = "AC1";
    private static final List<String> CALLS = List.of("queue_offer", "queue_place", "outgoing", "carrier_order", "deadline", "recording", "leg", "call_event", "call");
    /** In one statement, since whoever asks for one more has one more connection. */
    private static final String FORGET = CALLS.stream().map(table -> "delete from callward." + table).collect(Collectors.joining("; ",
            "delete from callward.device where key = 'anndesk'; ", ""));
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static int forgotten;

    /** What we told the carrier in a reply. */
    record Spoken(List<Verb> verbs, int nextTurn) {
        Verb last() {
            return verbs.isEmpty() ? new Verb.HangUp() : verbs.getLast();
        }
    }

    final GivenClock clock;
    final TestTransactions own = new TestTransactions();
    final List<Consumer<Object>> observers = new ArrayList<>();
    final Fired<Object> house = new Fired<>(news -> observers.forEach(observer -> observer.accept(news)));
    /** Who knows whether somebody may wait for a group. */
    Queues queues = new NoQueues();
    /** Who may be called back. */
    Predicate<PhoneNumber> mayBeCalled = number -> true;
    final Switchboard switchboard;
    final PickUps pickUps;
    final Overdue overdue;
    final Deadlines deadlines;
    final LostCalls lostCalls;
    final CarrierOrders orders;
    final PlacedCalls placed;
    final OrderRows outbox;
    final LiveCalls calls;
    final Errands errands;
    final DeadlineRows rows;
    final Sql sql;
    final TransferCall transfers;
    private final TalkingPhones talking;
    /** The doors of those who ask first. */
    final AskingDesk asking;
    final GivenSignIn signedIn = new GivenSignIn();
    /** Who of any group is free. */
    volatile Answer group = new Answer.Unknown();
    private final Map<String, Whisper> whispers = new ConcurrentHashMap<>();
    private volatile String lastLeg;
    /** The line's own limit; null: the company's, 600 s. */
    Duration lineLimit;
    private final Map<String, Spoken> replies = new ConcurrentHashMap<>();
    final ReplyFormat format = (call, verbs, next) -> {
        String text = call + " " + next + " " + replies.size();
        replies.put(text, new Spoken(List.copyOf(verbs), next));
        return text;
    };

    /** @param carrier implements all three ports */
    <C extends Carrier & Tapes & Texts> Desk(Steps steps, C carrier) {
        this(steps, carrier, new GivenClock());
    }

    <C extends Carrier & Tapes & Texts> Desk(Steps steps, C carrier, GivenClock clock) {
        this.clock = clock;
        sql = Wired.with(own.database()).bean(Sql.class);
        TimeLimits limits = new TimeLimits() {
            @Override
            Duration call() {
                return Duration.ofSeconds(600);
            }

            @Override
            Duration sound() {
                return Duration.ofSeconds(120);
            }
        };
        calls = Wired.with(sql).named("house", house).bean(LiveCalls.class);
        errands = Wired.with(calls, sql, clock).bean(Errands.class);
        rows = Wired.with(sql, clock).bean(DeadlineRows.class);
        OneScript script = new OneScript(steps);
        Phones phones = new Phones();
        AskedLegs asked = Wired.with(sql).bean(AskedLegs.class);
        Dialled dialled = Wired.with(asked).bean(Dialled.class);
        Known known = new Known();
        Turns turns = Wired.with(calls, limits, script, known, clock).named("house", house).bean(Turns.class);
        switchboard = Wired.with(turns, calls, limits, new OneLine(steps, () -> lineLimit), script, phones, dialled, new Home(), clock)
                .named("house", house).bean(Switchboard.class);
        pickUps = Wired.with(turns, calls, asked, phones).named("house", house).bean(PickUps.class);
        talking = Wired.with(sql).bean(TalkingPhones.class);
        Talks talks = Wired.with(sql).bean(Talks.class);
        Consultations consultations = Wired.with(calls, turns, rows, limits, errands, sql, clock).bean(Consultations.class);
        asking = new AskingDesk(Wired.with(calls, consultations, format).bean(ConsultationBooks.class),
                Wired.with(calls, turns, consultations, asked, format, clock).named("house", house).bean(Consulting.class), own);
        observers.add(asking::heard);
        overdue = Wired.with(turns, calls, rows, switchboard, asked, dialled, consultations, new TheQueues(), clock).bean(Overdue.class);
        Whereabouts whereabouts = Wired.with(carrier, switchboard, own, clock).bean(Whereabouts.class);
        Watch watch = Wired.with(new GivenServerLife()).bean(Watch.class);
        deadlines = Wired.with(rows, whereabouts, overdue, format, own, clock, watch).bean(Deadlines.class);
        deadlines.second = new Deadlines() {
            @Override
            public void help() {
                // nobody helps: what is due is done by one, in order
            }
        };
        Calls log = Wired.with(sql, script).bean(Calls.class);
        Audit audit = new Audit() {
            @Override
            public void note(String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
                house.fire(deed + " " + room + " " + before + " " + after);
            }
        };
        ContinueCall onward = Wired.with(calls, turns, sql, clock).named("house", house).bean(ContinueCall.class);
        AskFirst askFirst = Wired.with(calls, turns, known, consultations, rows, talks, format, signedIn, audit, clock).bean(AskFirst.class);
        transfers = Wired.with(askFirst, calls, log, turns, talks, onward, rows, limits, new Colleagues(), format, signedIn, audit, clock).bean(TransferCall.class);
        lostCalls = Wired.with(whereabouts, sql, own, clock).bean(LostCalls.class);
        outbox = Wired.with(sql, clock).named("house", house).bean(OrderRows.class);
        placed = Wired.with(outbox, calls, switchboard, clock).named("house", house).bean(PlacedCalls.class);
        Placer placer = Wired.with(carrier, new GivenDoors(), outbox, placed, own, clock, new GivenRingGuard(DEAR)).bean(Placer.class);
        orders = Wired.with(carrier, placer, outbox, whereabouts, onward, own, clock, (WayBack) turn -> URI.create("/resumed/" + turn), runners()).bean(CarrierOrders.class);
    }

    static Runners runners() {
        return Wired.with(new GivenServerLife()).bean(Runners.class);
    }

    // ---- what the carrier asks -----------------------------------------------------------------------------------------

    Spoken arrives(String call) {
        return spoken(own.call(() -> switchboard.arrive(new Arrival(new CallId(call), JOHN, LINE, clock.instant(), "voice", Map.of("CallSid", call), ACCOUNT, null), format)));
    }

    Spoken knocks(String call, int turn, Function<Instant, callward.flow.CallEvent> event) {
        return spoken(own.call(() -> switchboard.handle(new Knock(new CallId(call), turn, event.apply(clock.instant()), "door/" + turn, Map.of()), format)));
    }

    /** The same, told after the caller has hung up: the carrier says so. */
    Spoken mentions(String call, int turn, Function<Instant, callward.flow.CallEvent> event) {
        CallEnding gone = new CallEnding(new CallId(call), "completed", -1, clock.instant(), "door/" + turn, Map.of());
        return spoken(own.call(() -> switchboard.handle(new Knock(new CallId(call), turn, event.apply(clock.instant()), "door/" + turn, Map.of(), gone), format)));
    }

    /** An agent who wants to call somebody has picked up. */
    Spoken picksUp(String call, String token, OutgoingCalls outgoing) {
        return own.call(() -> outgoing.isAnswered(token, new CallId(call))) ? knocks(call, 0, now -> new callward.flow.CallEvent.Arrived(now, Facts.NONE)) : null;
    }

    Spoken resumes(String call) {
        return spoken(own.call(() -> switchboard.resume(new CallId(call), "resumed", Map.of(), format)));
    }

    /** Somebody picks up a telephone that asks. */
    Whisper picksUp(String call, String leg, String phone, int turn) {
        own.call(() -> pickUps.offered(pickUp(call, leg, phone, turn), this::whispered));
        return whispers.get(leg);
    }

    /** @param tried how often he was asked */
    Whisper presses(String call, String leg, String phone, int turn, String key, int tried) {
        own.call(() -> pickUps.keyed(pickUp(call, leg, phone, turn), key, tried, this::whispered));
        return whispers.get(leg);
    }

    private PickUp pickUp(String call, String leg, String phone, int turn) {
        lastLeg = leg;
        return new PickUp(new CallId(call), new LegId(leg), phone, "client:" + phone, turn, clock.instant(), "offer", Map.of("CallSid", leg));
    }

    private String whispered(Whisper whisper, int tried) {
        whispers.put(lastLeg, whisper);
        return whisper + " " + tried;
    }

    void ends(String call) {
        own.run(() -> switchboard.ended(new CallEnding(new CallId(call), "completed", 1, clock.instant(), "ended", Map.of())));
    }

    /** The carrier tells of a telephone: {@code ringing}, {@code in-progress}, {@code completed} … */
    void leg(String call, String sid, String key, String status) {
        own.run(() -> switchboard.legMoved(new LegNews(new CallId(call), new LegId(sid), key, "client:" + key, status, -1, clock.instant()), "leg"));
    }

    void sendsOn(String call, Long agent, String number, String mailbox) {
        own.run(() -> transfers.transfer(call, new TransferCall.Wish(agent, null, number, mailbox, "Be kind.")));
    }

    private Spoken spoken(String reply) {
        return replies.get(reply);
    }

    // ---- what is in the database ---------------------------------------------------------------------------------------

    String state(String call) {
        return value("select state || ' ' || coalesce(outcome, '-') || ' ' || coalesce(answered_by, '-') from callward.call where id = ?", call);
    }

    String value(String question, Object... values) {
        return sql.one(question, row -> row.getString(1), values).orElse(null);
    }

    /** The company stays as it is; quicker than {@link #empty} by far. */
    static void forgetCalls() {
        TestDatabase.run(FORGET);
        if (++forgotten % 25 == 0) {
            TestDatabase.run("vacuum callward." + String.join(", callward.", CALLS));
        }
    }

    static void empty() {
        TestDatabase.empty();
        TestDatabase.run("insert into callward.script (name, created_at) values ('s', now())");
        TestDatabase.run("insert into callward.script_revision (script_id, number, steps, published_at) values (1, 1, '{}', now())");
        TestDatabase.run("insert into callward.line (number, name, account, created_at) values (?, 'Support', ?, now())", LINE, ACCOUNT);
        TestDatabase.run("insert into callward.agent (name) values ('Tom'), ('Ann')");
        TestDatabase.run("insert into callward.device (key, label, address, agent_id, ring_seconds, active, position) values "
                + "('tom', 'Tom, desk', 'client:tom', 1, 20, true, 0), ('ann', 'Ann, desk', 'client:ann', 2, 20, true, 1)");
    }

    // ---- the company ---------------------------------------------------------------------------------------------------

    /** Greets, asks, texts, rings two telephones, takes a message: every kind of call that a script makes today. */
    static Steps script() {
        List<Step> steps = List.of(new Greet("hello", says("Hello."), "menu"),
                new Menu("menu", says("Press 1 for sales, 2 for a text, 3 for the mailbox."), List.of(new Menu.Choice("1", List.of(), "people"),
                        new Menu.Choice("2", List.of(), "text"), new Menu.Choice("3", List.of(), "message")), false, 5, 2, List.of(), "people"),
                new SendText("text", "We call you back.", "people"),
                new Ring("people", says("One moment."), List.of("tom", "ann"), 20, 0, "message"),
                new TakeMessage("message", says("Please leave a message."), "support", 60, 5, "#", false, List.of()));
        return new Steps("hello", steps, null);
    }

    /** The same with a group in place of the two telephones. */
    static Steps groupScript() {
        List<Step> steps = script().steps().stream().map(step -> step instanceof Ring ring
                ? new RingGroup(ring.id(), ring.says(), "sales", null, null, ring.unanswered()) : step).toList();
        return new Steps("hello", steps, null);
    }

    /** Tom, Ann and Bo, whose telephones ask. */
    static Answer.Members everybody(RingStrategy strategy) {
        return new Answer.Members(Stream.of("tom", "ann", "bo").map(key -> new Verb.Target(key, key, Destination.of("client:" + key), key, 20, true)).toList(),
                List.of(), new RingRules(strategy, 20, 420, 1, Accept.ANY_KEY, false), true, false);
    }

    private static List<Utterance> says(String words) {
        return List.of(new Utterance.Words(words));
    }

    private static final class OneLine extends Lines {
        private final Steps steps;
        private final Supplier<Duration> limit;

        OneLine(Steps steps, Supplier<Duration> limit) {
            this.steps = steps;
            this.limit = limit;
        }

        @Override
        public Optional<Route> route(String called) {
            return Optional.of(new Route(1, PhoneNumber.of(LINE), "Support", 1, steps, Optional.empty(), Optional.empty(), Tongue.ENGLISH,
                    Optional.ofNullable(limit.get())));
        }
    }

    private static final class OneScript extends Scripts {
        private final Steps steps;

        OneScript(Steps steps) {
            this.steps = steps;
        }

        @Override
        public Steps steps(long revision) {
            return steps;
        }
    }

    /** A key may be an address itself. */
    static String address(String key) {
        return key.startsWith("+") || key.contains(":") ? key : "client:" + key;
    }

    private static final class NoQueues implements Queues {
        @Override
        public Answer mayWait(String group, Facts facts, Instant hour) {
            return new Answer.Unknown();
        }

        @Override
        public boolean isTaken(CallId call) {
            return false;
        }
    }

    /** Whoever knows it by then: a test gives him later. */
    private final class TheQueues implements Queues {
        @Override
        public Answer mayWait(String group, Facts facts, Instant hour) {
            return queues.mayWait(group, facts, hour);
        }

        @Override
        public boolean isTaken(CallId call) {
            return queues.isTaken(call);
        }
    }

    private final class Known extends Answers {
        @Override
        Answer to(Question question, Instant hour) {
            return switch (question) {
                case Question.WhoCalls who -> new Answer.Known(Facts.of("name", "John").with("id", "7"));
                case Question.WhoCanTalk(var keys, var gone) -> whoCanTalk(keys, gone);
                case Question.WhereIs(var keys) -> new Answer.Targets(keys.stream().map(Known::phone).toList());
                case Question.WhoIsFree free -> group;
                case Question.MayCallBack(var number, var facts) -> new Answer.Allowed(mayBeCalled.test(number));
                case Question.MayWait(var group, var facts) -> Desk.this.queues.mayWait(group, facts, hour);
                default -> new Answer.Unknown();
            };
        }

        private Answer whoCanTalk(List<String> keys, List<String> gone) {
            Map<Boolean, List<Verb.Target>> busy = keys.stream().map(Known::phone).collect(Collectors.partitioningBy(phone ->
                    talking.talks(List.of(phone.key(), phone.destination().address()), FAR).stream().anyMatch(talk -> !gone.contains(String.valueOf(talk.leg())))));
            return new Answer.Targets(busy.get(false), busy.get(true).stream().map(phone -> new Answer.NotRung(phone.key(), phone.label(), Remark.Why.ON_A_CALL)).toList());
        }

        private static Verb.Target phone(String key) {
            return new Verb.Target(key, key, Destination.of(address(key)), key, 20);
        }
    }

    /** Whoever asks: a supervisor until a test says otherwise. */
    static final class GivenSignIn extends SignedIn {
        Role role = Role.SUPERVISOR;
        Long account;

        @Override
        public boolean may(Role needed) {
            return role.may(needed);
        }

        @Override
        public Optional<Long> answerable() {
            return Optional.ofNullable(account);
        }

        @Override
        public String getName() {
            return "Tom";
        }
    }

    /** Agent 2 is Ann. */
    private static final class Colleagues extends TransferTargets {
        @Override
        Optional<String> label(TransferCall.Wish wish) {
            return Optional.of(of(wish, JOHN, false).label());
        }

        @Override
        Map<String, String> mailboxes() {
            return Map.of("support", "Support");
        }

        @Override
        TransferTo of(TransferCall.Wish wish, String caller, boolean practice) {
            return wish.mailbox() != null ? new TransferTo.ToMailbox("Support", wish.mailbox())
                    : wish.number() != null ? new TransferTo.ToTelephones(wish.number(), List.of(wish.number()))
                    : new TransferTo.ToTelephones("Ann", List.of("ann"));
        }
    }

    private static final class Phones extends Devices {
        @Override
        public List<Ringable> targets(List<String> keys) {
            return keys.stream().map(key -> new Ringable(key, key, Destination.of(address(key)), key, 20, null, null)).toList();
        }
    }

    private static final class Home extends Company {
        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
