package callward.call;

import callward.call.Desk.Spoken;
import callward.carrier.CarrierRefused;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.house.GivenClock;
import callward.house.Wired;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import callward.queue.ForAgent;
import callward.queue.ForCaller;
import callward.queue.GivenGroups;
import callward.queue.QueueRoom;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Callers who wait, agents who are rung for them, and the carrier between: it plays our answers as Twilio does, each caller alone in his queue.
 * In foul weather its news comes late, twice or never, and its questions come twice.
 */
final class QueueTown extends GivenCarrier {

    /** What somebody does whose telephone rings. DROPS: says yes, and is gone. */
    enum Habit { TAKES, DECLINES, IS_SILENT, RINGS_OUT, IS_BUSY, IS_DEAD, DROPS }

    private static final int ANSWERED_AFTER = 3;
    private static final int OVER_CODE = 21220;

    final Desk desk;
    final QueueRoom room;
    final GivenGroups groups;
    final Map<String, Caller> callers = new LinkedHashMap<>();
    final List<Leg> legs = new ArrayList<>();
    Function<String, Habit> habits = device -> Habit.RINGS_OUT;
    /** Whether a customer who is called back answers. */
    BooleanSupplier customers = () -> true;
    Predicate<PhoneNumber> mayBeCalled = number -> true;
    int talkSeconds = 30;
    /** Whether that two are about to talk is never told: they talk all the same. */
    BooleanSupplier isMetLost;
    /** Whether how a callback came out is never told. */
    boolean isTalkedLost;
    /** What the carrier lists of a customer who was called back, and talked. */
    CarrierCall customersLeg = new CarrierCall(new CallId("CAcustomer"), "completed", true, 40);
    /** What happens when the carrier is asked about a call. */
    Runnable isAsked = () -> { };
    private final Weather weather;

    /** In fair weather. */
    QueueTown(Steps steps) {
        this(steps, Weather.Kind.FAIR, 0);
    }

    QueueTown(Steps steps, Weather.Kind kind, long seed) {
        GivenClock clock = new GivenClock();
        weather = new Weather(kind, seed, clock);
        isMetLost = () -> weather.strikes(4);
        desk = new Desk(steps, this, clock);
        desk.own.run(() -> desk.sql.change("""
                insert into callward.ring_group (key, name, strategy, seconds_each, seconds_total, rounds, asks, decline_key, silence_seconds, drops_members, unskilled_last,
                    announce_seconds, most_waiting, longest_seconds)
                values ('support', 'Support', 'IN_ORDER', 20, 120, 2, true, '*', 5, false, true, 30, 10, 300) on conflict do nothing"""));
        groups = new GivenGroups(Wired.with(desk.sql).bean(TalkingPhones.class));
        room = new QueueRoom(desk.sql, desk.switchboard, desk.errands, this, desk.own, desk.clock, desk.house::fire, groups, (number, practice) -> mayBeCalled.test(number));
        desk.observers.add(room::hears);
        desk.queues = room.queues;
        desk.mayBeCalled = number -> mayBeCalled.test(number);
    }

    // ---- people ----------------------------------------------------------------------------------------------------------------

    /** Somebody on the telephone. */
    final class Caller {
        final String id;
        final List<String> heard = new ArrayList<>();
        final List<String> talkedTo = new ArrayList<>();
        private int turn;
        private String queue;
        private int documents;
        private Leg talksTo;
        private boolean over;
        private String wish;
        boolean leftMessage;

        Caller(String id) {
            this.id = id;
        }

        boolean isOver() {
            return over;
        }

        boolean isWaiting() {
            return queue != null;
        }

        boolean isTalking() {
            return talksTo != null;
        }

        String last() {
            return heard.isEmpty() ? "" : heard.getLast();
        }

        /** As soon as he waits, or at once where he is asked something. */
        Caller presses(String key) {
            wish = key;
            if (queue != null) {
                documents++;
                key();
            }
            return this;
        }

        private void key() {
            String key = wish;
            wish = null;
            ForCaller answer = asked(() -> room.callers.pressed(new CallId(id), turn, key, "queue/pressed", Map.of("Digits", key), desk.format));
            obeys(answer);
        }

        Caller hangsUp() {
            if (over) {
                return this;
            }
            over = true;
            if (talksTo != null) {
                Leg agent = talksTo;
                separate(agent);
                mentions(DequeueOutcome.TALKED);
                agent.talked(true);
            } else if (queue != null) {
                queue = null;
                mentions(DequeueOutcome.GONE);
            }
            told(() -> desk.ends(id));
            return this;
        }

        /** The carrier tells, and wants no answer. */
        private void mentions(DequeueOutcome outcome) {
            int at = turn;
            told(() -> desk.knocks(id, at, now -> new CallEvent.Dequeued(now, outcome, room.callers.takenBy(new CallId(id)).orElse(null))));
        }

        private void leaves(DequeueOutcome outcome) {
            queue = null;
            Spoken next = asked(() -> desk.knocks(id, turn, now -> new CallEvent.Dequeued(now, outcome, room.callers.takenBy(new CallId(id)).orElse(null))));
            obeys(next);
        }

        private void obeys(ForCaller answer) {
            switch (answer) {
                case ForCaller.Leaves leaves -> leaves(DequeueOutcome.LEFT);
                case ForCaller.Waits waits -> listens(0);
                case ForCaller.Hears hears -> {
                    heard.add(text(hears.prompts()));
                    if (wish != null && hears.keys().contains(wish)) {
                        later(1, this::pressesNow);
                    } else {
                        listens(hears.seconds() + 3);
                    }
                }
            }
        }

        private void pressesNow() {
            if (queue != null && wish != null) {
                key();
            }
        }

        private void listens(int seconds) {
            int document = ++documents;
            later(seconds, () -> {
                if (queue != null && document == documents) {
                    obeys(asked(() -> room.callers.hears(new CallId(id), turn, "queue/waiting", Map.of(), desk.format)));
                }
            });
        }

        private void obeys(Spoken reply) {
            if (over) {
                return;
            }
            turn = reply.nextTurn();
            heard.add(text(reply.verbs()));
            switch (reply.last()) {
                case Verb.Enqueue waiting -> {
                    queue = waiting.queue();
                    listens(1);
                }
                case Verb.Gather gather -> {
                    heard.add(text(gather.prompts()));
                    int at = turn;
                    later(4, () -> answers(at));
                }
                case Verb.Record record -> later(10, () -> recorded());
                case Verb.HangUp end -> hangsUp();
                default -> throw new AssertionError("unexpected " + reply.last());
            }
        }

        private void answers(int at) {
            if (!over && at == turn && queue == null) {
                String key = wish;
                wish = null;
                obeys(asked(() -> desk.knocks(id, turn, now -> key == null ? new CallEvent.Silent(now) : new CallEvent.Entered(now, key))));
            }
        }

        private void recorded() {
            if (!over) {
                leftMessage = true;
                obeys(asked(() -> desk.knocks(id, turn, now -> new CallEvent.RecordingEnded(now, "RE" + id.substring(2), 9, false))));
            }
        }

        private void separate(Leg agent) {
            talksTo = null;
            agent.talksTo = null;
        }
    }

    /** A call that rings an agent. */
    final class Leg {
        final String id;
        final String device;
        final Habit habit;
        private final String token;
        private final long order;
        String question = "";
        String heard = "";
        String status = "queued";
        private int sequence;
        private Caller talksTo;
        boolean reachedCustomer;

        Leg(String id, String device, String token, long order, Habit habit) {
            this.id = id;
            this.device = device;
            this.token = token;
            this.order = order;
            this.habit = habit;
        }

        boolean isOver() {
            return LegState.of(status).over();
        }

        private void moves(String to) {
            if (isOver()) {
                return;
            }
            status = to;
            LegNews news = new LegNews(new CallId(id), new LegId(id), null, "client:" + device, to, sequence++, desk.clock.instant());
            told(() -> desk.own.run(() -> desk.placed.moved(order, news, Optional.empty(), "placed/" + order)));
        }

        private void rings(int seconds) {
            later(1, () -> moves("ringing"));
            switch (habit) {
                case IS_BUSY -> later(2, () -> moves("busy"));
                case RINGS_OUT -> later(seconds + 2, () -> moves("no-answer"));
                default -> later(ANSWERED_AFTER, this::picksUp);
            }
        }

        private void picksUp() {
            if (!isOver()) {
                moves("in-progress");
                obeys(asked(() -> room.agents.pickedUp(token, new LegId(id))));
            }
        }

        private void obeys(ForAgent next) {
            switch (next) {
                case ForAgent.Hears(Whisper.Ask ask, int asked) -> {
                    question = text(ask.prompts());
                    switch (habit) {
                        case TAKES, DROPS -> later(2, () -> presses("1", asked));
                        case DECLINES -> later(2, () -> presses("*", asked));
                        default -> later(8, () -> moves("completed"));
                    }
                }
                case ForAgent.Hears(Whisper.Farewell farewell, int asked) -> {
                    heard = text(farewell.prompts());
                    later(1, () -> moves("completed"));
                }
                case ForAgent.Hears(Whisper.Connect connect, int asked) -> throw new AssertionError("nobody whispers so here");
                case ForAgent.HangsUp end -> moves("completed");
                case ForAgent.Fetches fetches when habit == Habit.DROPS -> moves("completed");
                case ForAgent.Fetches fetches -> later(1, () -> fetches(fetches.queue()));
                case ForAgent.Calls calls -> calls();
            }
        }

        private void presses(String key, int asked) {
            if (!isOver()) {
                obeys(asked(() -> room.agents.keyed(token, key, asked)));
            }
        }

        private void fetches(String queue) {
            if (isOver()) {
                return;
            }
            Optional<Caller> front = callers.values().stream().filter(caller -> queue.equals(caller.queue)).findFirst();
            if (front.isEmpty()) {
                later(10, () -> talked(false));
                return;
            }
            Caller caller = front.get();
            if (caller.talksTo != null) {
                throw new AssertionError(caller.id + " talks to two");
            }
            if (!isMetLost.getAsBoolean()) {
                asked(() -> {
                    desk.own.run(() -> room.callers.met(token, "queue/met", Map.of()));
                    return "met";
                });
            }
            caller.queue = null;
            caller.documents++;
            caller.talksTo = this;
            caller.talkedTo.add(device);
            talksTo = caller;
            later(talkSeconds, this::hangsUp);
        }

        void hangsUp() {
            Caller caller = talksTo;
            if (caller != null) {
                caller.separate(this);
                moves("completed");
                caller.leaves(DequeueOutcome.TALKED);
            }
        }

        private void calls() {
            boolean answers = customers.getAsBoolean();
            later(answers ? 40 : 30, () -> {
                reachedCustomer = answers;
                if (isTalkedLost) {
                    moves("completed");
                } else {
                    talked(answers);
                }
            });
        }

        private void talked(boolean bridged) {
            if (!isOver()) {
                obeys(asked(() -> room.agents.talked(token, bridged, "offer/talked", Map.of())));
            }
        }
    }

    private static String text(List<? extends Verb> verbs) {
        return verbs.stream().filter(Verb.Say.class::isInstance).map(verb -> ((Verb.Say) verb).text()).collect(Collectors.joining(" "));
    }

    // ---- time and weather --------------------------------------------------------------------------------------------------------

    Caller calls(String id) {
        Caller caller = new Caller(id);
        callers.put(id, caller);
        caller.obeys(desk.arrives(id));
        return caller;
    }

    void later(int seconds, Runnable what) {
        weather.later(Duration.ofSeconds(seconds), what);
    }

    /** A question of the carrier; asked twice, it must be answered the same. */
    private <T> T asked(Supplier<T> question) {
        T answer = desk.own.call(question);
        if (weather.strikes(4)) {
            T again = desk.own.call(question);
            if (!(answer instanceof ForCaller) && !Objects.equals(answer, again)) {
                throw new AssertionError("asked twice, answered " + answer + " and " + again);
            }
        }
        return answer;
    }

    /** News of the carrier. In fair weather it is there at once. */
    private void told(Runnable news) {
        if (weather.isFoul()) {
            weather.tells(news);
        } else {
            news.run();
        }
    }

    /** Whether nothing goes on any more, in the town and in our books. */
    boolean isQuiet() {
        return callers.values().stream().allMatch(Caller::isOver) && legs.stream().allMatch(Leg::isOver) && "0".equals(desk.value("""
                select (select count(*) from callward.call where state = 'LIVE') + (select count(*) from callward.queue_place where state <> 'DONE')
                    + (select count(*) from callward.queue_offer where ended_at is null) + (select count(*) from callward.carrier_order where done_at is null)"""));
    }

    /** The last of what was told comes, a day late. */
    void clearsUp() {
        while (weather.next().isPresent()) {
            weather.passes(weather.next().get());
            look();
        }
    }

    QueueTown passes(int seconds) {
        Instant until = desk.clock.instant().plusSeconds(seconds);
        while (desk.clock.instant().isBefore(until)) {
            weather.passes(desk.clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
            look();
        }
        return this;
    }

    private void look() {
        room.dispatch.look();
        desk.orders.look();
        desk.deadlines.look();
        if (desk.clock.instant().getEpochSecond() % 15 == 0) {
            desk.lostCalls.look();
        }
    }

    // ---- what our side asks of the carrier -------------------------------------------------------------------------------------------

    @Override
    public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        String device = to.address().replaceFirst("client:", "");
        Habit habit = habits.apply(device);
        if (habit == Habit.IS_DEAD) {
            throw new CarrierRefused(21211, "no such telephone");
        }
        Leg leg = new Leg("CAleg" + callers.keySet().iterator().next().substring(2) + legs.size(), device, script.getPath().replaceFirst("/offer/", ""),
                Long.parseLong(news.getPath().replaceFirst("/placed/", "")), habit);
        legs.add(leg);
        leg.rings(ringSeconds);
        return new CallId(leg.id);
    }

    private Optional<Leg> leg(CallId id) {
        return legs.stream().filter(leg -> leg.id.equals(id.sid())).findFirst();
    }

    @Override
    public void end(String account, CallId call) {
        leg(call).ifPresent(leg -> {
            if (leg.talksTo != null) {
                leg.hangsUp();
            }
            leg.moves(LegState.of(leg.status) == LegState.ANSWERED ? "completed" : "canceled");
        });
        Optional.ofNullable(callers.get(call.sid())).ifPresent(Caller::hangsUp);
    }

    @Override
    public void redirect(String account, CallId call, URI script) {
        Caller caller = callers.get(call.sid());
        if (caller.over) {
            throw new CarrierRefused(OVER_CODE, "is over");
        }
        if (caller.talksTo != null) {
            throw new AssertionError(caller.id + " is torn out of a talk");
        }
        if (caller.queue != null) {
            caller.queue = null;
            caller.mentions(DequeueOutcome.MOVED);
        }
        caller.obeys(desk.resumes(caller.id));
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId call) {
        isAsked.run();
        Optional<Leg> leg = leg(call);
        String status = leg.isPresent() ? leg.get().status : callers.get(call.sid()).over ? "completed" : "in-progress";
        return Optional.of(new CarrierCall(call, status, LegState.of(status).over(), 1));
    }

    @Override
    public List<CarrierCall> legs(String account, CallId call) {
        return leg(call).filter(leg -> leg.reachedCustomer).map(leg -> List.of(customersLeg)).orElse(List.of());
    }

    @Override
    public List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since) {
        return List.of();
    }
}
