package callward.call;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.carrier.Carrier;
import callward.carrier.Tapes;
import callward.carrier.Texts;
import callward.flow.Answer;
import callward.flow.Greet;
import callward.flow.Menu;
import callward.flow.Question;
import callward.flow.Ring;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Utterance;
import callward.flow.Verb;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenServerLife;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.house.Wired;
import callward.line.Lines;
import callward.line.Route;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.Scripts;
import callward.settings.Company;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Room {@code call} as it is in the server, on a real database, between a carrier and a company that a test gives. Time stands still. */
final class Desk {

    static final String LINE = "+15550100100";
    static final String JOHN = "+15550101234";
    static final String ACCOUNT = "AC1";

    /** What we told the carrier in a reply. */
    record Spoken(List<Verb> verbs, int nextTurn) {
        Verb last() {
            return verbs.isEmpty() ? new Verb.HangUp() : verbs.getLast();
        }
    }

    final GivenClock clock = new GivenClock();
    final TestTransactions own = new TestTransactions();
    /** Other rooms that hear the news of this one. */
    Consumer<Object> others = news -> { };
    /** Who knows whether somebody may wait for a group. */
    Queues queues = (group, facts, hour) -> new Answer.Unknown();
    final Fired<Object> house = new Fired<>(news -> others.accept(news));
    final Switchboard switchboard;
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
    private final Map<String, Spoken> replies = new ConcurrentHashMap<>();
    final ReplyFormat format = (call, verbs, next) -> {
        String text = call + " " + next + " " + replies.size();
        replies.put(text, new Spoken(List.copyOf(verbs), next));
        return text;
    };

    /** @param carrier implements all three ports */
    <C extends Carrier & Tapes & Texts> Desk(Steps steps, C carrier) {
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
        Turns turns = Wired.with(calls, limits, script, new Known(this), clock).named("house", house).bean(Turns.class);
        switchboard = Wired.with(turns, calls, limits, new OneLine(steps), script, new Phones(), new Home(), clock)
                .named("house", house).bean(Switchboard.class);
        overdue = Wired.with(turns, calls, rows, switchboard, clock).bean(Overdue.class);
        Whereabouts whereabouts = Wired.with(carrier, switchboard, own, clock).bean(Whereabouts.class);
        Watch watch = Wired.with(new GivenServerLife()).bean(Watch.class);
        deadlines = Wired.with(rows, whereabouts, overdue, format, own, clock, watch).bean(Deadlines.class);
        deadlines.second = new Deadlines() {
            @Override
            public void help() {
                // nobody helps: what is due is done by one, in order
            }
        };
        lostCalls = Wired.with(whereabouts, sql, own, clock).bean(LostCalls.class);
        outbox = Wired.with(sql, clock).named("house", house).bean(OrderRows.class);
        placed = Wired.with(outbox, calls, switchboard, clock).named("house", house).bean(PlacedCalls.class);
        Placer placer = Wired.with(carrier, new GivenDoors(), outbox, placed, own, clock).bean(Placer.class);
        orders = Wired.with(carrier, placer, outbox, own, clock, (WayBack) turn -> URI.create("/resumed/" + turn), runners()).bean(CarrierOrders.class);
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

    Spoken resumes(String call) {
        return spoken(own.call(() -> switchboard.resume(new CallId(call), "resumed", Map.of(), format)));
    }

    void ends(String call) {
        own.run(() -> switchboard.ended(new CallEnding(new CallId(call), "completed", 1, clock.instant(), "ended", Map.of())));
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

    static void empty() {
        TestDatabase.empty();
        TestDatabase.run("insert into callward.script (name, created_at) values ('s', now())");
        TestDatabase.run("insert into callward.script_revision (script_id, number, steps, published_at) values (1, 1, '{}', now())");
        TestDatabase.run("insert into callward.line (number, name, account, created_at) values (?, 'Support', ?, now())", LINE, ACCOUNT);
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

    private static List<Utterance> says(String words) {
        return List.of(new Utterance.Words(words));
    }

    private static final class OneLine extends Lines {
        private final Steps steps;

        OneLine(Steps steps) {
            this.steps = steps;
        }

        @Override
        public Optional<Route> route(String called) {
            return Optional.of(new Route(1, PhoneNumber.of(LINE), "Support", 1, steps, Optional.empty(), Optional.empty(), Tongue.ENGLISH));
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

    private static final class Known extends Answers {
        private final Desk desk;

        Known(Desk desk) {
            this.desk = desk;
        }

        @Override
        Answer to(Question question, Instant hour) {
            return switch (question) {
                case Question.WhoCalls who -> new Answer.Known(Facts.of("name", "John").with("id", "7"));
                case Question.WhereIs(var keys) -> new Answer.Targets(keys.stream()
                        .map(key -> new Verb.Target(key, key, Destination.of("client:" + key), key, 20)).toList());
                case Question.MayWait(var group, var facts) -> desk.queues.mayWait(group, facts, hour);
                default -> new Answer.Unknown();
            };
        }
    }

    private static final class Phones extends Devices {
        @Override
        public List<Ringable> targets(List<String> keys) {
            return keys.stream().map(key -> new Ringable(key, key, Destination.of("client:" + key), key, 20, null, null)).toList();
        }
    }

    private static final class Home extends Company {
        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
