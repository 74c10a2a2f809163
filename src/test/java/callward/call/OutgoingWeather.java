package callward.call;

import callward.call.ChaosCarrier.Weather;
import callward.call.Desk.Spoken;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.outgoing.GivenOutgoing;
import callward.phone.CallId;
import callward.phone.LegId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One call that Ann makes, at a carrier whose answers and callbacks come twice, late, in any order, or never. What people do is drawn from the seed alone. */
final class OutgoingWeather extends CallingCarrier {

    private static final String CALL = "CAplaced1";
    private static final String LEG = "CAjohn";
    private static final Duration WAITS = Duration.ofSeconds(15);

    private record Due(Instant at, long number, Runnable what) { }

    private final Weather weather;
    private final Random chaos;
    private final int own;
    private final int keys;
    private final int john;
    private final int talk;
    private final Desk desk;
    private final GivenOutgoing outgoing;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Map<String, String> legs = new TreeMap<>();
    private long numbers;
    private int epoch;
    private int callbacks;
    private final int losesOne;
    private int lost;
    private boolean requestLost;
    private boolean begun;
    private Instant over;

    OutgoingWeather(long seed, Weather weather) {
        this(seed, weather, new Instant[1]);
    }

    private OutgoingWeather(long seed, Weather weather, Instant[] clock) {
        super(() -> clock[0]);
        this.weather = weather;
        Random people = new Random(seed);
        own = people.nextInt(10);
        keys = people.nextInt(10);
        john = people.nextInt(10);
        talk = people.nextInt(200);
        chaos = new Random(seed * 31 + weather.ordinal());
        losesOne = chaos.nextInt(10);
        Desk.empty();
        desk = new Desk(Desk.script(), this);
        outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        desk.observers.add(outgoing::hears);
        now = clock;
        now[0] = desk.clock.instant();
    }

    private final Instant[] now;

    /** Plays it to its end, and until the last callback has come. */
    OutgoingWeather play() {
        desk.own.call(outgoing::wants);
        if (weather == Weather.MANY_LOST && chaos.nextInt(3) == 0) {
            answerGetsLost();
        }
        desk.orders.look();
        while (true) {
            Optional<Instant> timer = nextTimer();
            if (queue.isEmpty() && timer.isEmpty()) {
                break;
            }
            if (timer.isPresent() && (queue.isEmpty() || timer.get().isBefore(queue.peek().at()))) {
                pass(timer.get());
                desk.orders.look();
                desk.deadlines.look();
                desk.lostCalls.look();
            } else {
                Due due = queue.poll();
                pass(due.at());
                due.what().run();
            }
        }
        pass(desk.clock.instant().plusSeconds(120));
        desk.lostCalls.look();
        return this;
    }

    private void pass(Instant until) {
        if (until.isAfter(desk.clock.instant())) {
            desk.clock.passes(Duration.between(desk.clock.instant(), until));
        }
        now[0] = desk.clock.instant();
    }

    private Optional<Instant> nextTimer() {
        return desk.sql.one("""
                select least((select min(look_at) from callward.deadline), (select min(next_try_at) from callward.carrier_order where done_at is null),
                             (select min(touched_at) + interval '75 seconds' from callward.call where state = 'LIVE')) as next""", row -> Sql.instant(row, "next"))
                .map(at -> Instant.ofEpochSecond(Math.max(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), desk.clock.instant().getEpochSecond() + 1)));
    }

    String outcome() {
        Map<String, Integer> news = new TreeMap<>();
        desk.house.all().stream().filter(CallNews.class::isInstance).map(one -> ((CallNews) one).what()).filter(what -> !(what instanceof Happening.NobodyAnswered))
                .forEach(what -> news.merge(what instanceof Happening.WasAnswered by ? by.toString() : what.getClass().getSimpleName(), 1, Integer::sum));
        return desk.state(CALL) + " " + news + " rung=" + rung() + " calls=" + desk.value("select count(*)::text from callward.call") + " open="
                + desk.value("select count(*)::text from callward.leg where ended_at is null") + " " + outgoing.latest().state();
    }

    /** What she pressed, or that she picked up, was lost with the request that told it: the call goes another way then. */
    boolean isOtherCall() {
        return requestLost;
    }

    int lost() {
        return lost;
    }

    void forget() {
        desk.own.close();
    }

    // ---- the network ---------------------------------------------------------------------------------------------------

    private void at(Duration later, Runnable what) {
        queue.add(new Due(desk.clock.instant().plus(later), numbers++, what));
    }

    private boolean isLost() {
        boolean gone = switch (weather) {
            case FAIR, DOUBLED_AND_LATE -> false;
            case ONE_LOST -> callbacks++ == losesOne;
            case MANY_LOST -> chaos.nextInt(6) == 0;
        };
        lost += gone ? 1 : 0;
        return gone;
    }

    private Duration latency(int most) {
        return weather == Weather.FAIR ? Duration.ofMillis(20) : Duration.ofMillis(20 + (chaos.nextInt(3) == 0 ? chaos.nextInt(most * 1_000) : chaos.nextInt(300)));
    }

    private void tell(Runnable news) {
        if (!isLost()) {
            at(latency(weather != Weather.FAIR && chaos.nextInt(8) == 0 ? 86_400 : 8), news);
            if (weather != Weather.FAIR && chaos.nextInt(4) == 0) {
                at(latency(86_400), news);
            }
        }
    }

    /** @param alone nothing but this request tells it */
    private void ask(boolean alone, Supplier<Spoken> request) {
        int mine = ++epoch;
        if (isLost()) {
            requestLost |= alone;
            return;
        }
        Instant until = desk.clock.instant().plus(WAITS);
        at(latency(9), () -> {
            Spoken spoken = request.get();
            if (mine == epoch && over == null && !desk.clock.instant().isAfter(until)) {
                perform(spoken);
            }
        });
        if (weather != Weather.FAIR && chaos.nextInt(4) == 0) {
            at(latency(86_400), request::get);
        }
    }

    private void when(int mine, Runnable what) {
        if (mine == epoch && over == null) {
            what.run();
        }
    }

    // ---- the call ------------------------------------------------------------------------------------------------------

    @Override
    void rings(CallId id) {
        begun = true;
        own("initiated", 0);
        own("ringing", 1);
        int mine = epoch;
        at(Duration.ofSeconds(6), () -> when(mine, () -> {
            if (own < 8) {
                own("in-progress", 2);
                ask(true, () -> desk.picksUp(CALL, desk.value("select token from callward.outgoing"), outgoing.calls));
            } else {
                end(own == 8 ? "busy" : "no-answer");
            }
        }));
    }

    private void perform(Spoken spoken) {
        int mine = ++epoch;
        switch (spoken == null ? new Verb.HangUp() : spoken.last()) {
            case Verb.Gather gather -> at(Duration.ofSeconds(3), () -> when(mine, () -> ask(true, () -> desk.knocks(CALL, spoken.nextTurn(),
                    at -> keys == 0 ? new CallEvent.Silent(at) : new CallEvent.Entered(at, keys == 1 ? "*" : "" + keys)))));
            case Verb.Dial dial -> johnsRings(mine, spoken.nextTurn());
            default -> at(Duration.ofSeconds(2), () -> when(mine, () -> end("completed")));
        }
    }

    private void johnsRings(int mine, int turn) {
        leg("initiated", 0);
        leg("ringing", 1);
        at(Duration.ofSeconds(7), () -> when(mine, () -> {
            if (john < 6) {
                leg("in-progress", 2);
                at(Duration.ofSeconds(10 + talk), () -> when(mine, () -> hangsUp(turn)));
            } else {
                dialled(turn, john == 6 ? "busy" : "no-answer", john == 6 ? DialOutcome.BUSY : DialOutcome.NO_ANSWER);
            }
        }));
    }

    private void hangsUp(int turn) {
        if (talk % 2 == 0) {
            leg("completed", 3);
            end("completed");
            tell(() -> desk.knocks(CALL, turn, at -> new CallEvent.DialEnded(at, DialOutcome.ANSWERED, new LegId(LEG), 10)));
        } else {
            dialled(turn, "completed", DialOutcome.ANSWERED);
        }
    }

    private void dialled(int turn, String status, DialOutcome outcome) {
        leg(status, 3);
        ask(false, () -> desk.knocks(CALL, turn, at -> new CallEvent.DialEnded(at, outcome, new LegId(LEG), outcome == DialOutcome.ANSWERED ? 10 : 0)));
    }

    private void leg(String status, int sequence) {
        legs.put(LEG, status);
        Instant at = desk.clock.instant();
        tell(() -> desk.own.run(() -> desk.switchboard.legMoved(new LegNews(new CallId(CALL), new LegId(LEG), "_1555", Desk.JOHN, status, sequence, at), "leg")));
    }

    private void own(String status, int sequence) {
        Instant at = desk.clock.instant();
        LegNews news = new LegNews(new CallId(CALL), new LegId(CALL), null, GivenOutgoing.DESK, status, sequence, at);
        Optional<CallEnding> ending = LegState.of(status).over() ? Optional.of(new CallEnding(new CallId(CALL), status, 9, at, "placed", Map.of())) : Optional.empty();
        tell(() -> desk.own.run(() -> desk.placed.moved(1, news, ending, "placed")));
    }

    private void end(String status) {
        over = desk.clock.instant();
        own(status, 3);
    }

    // ---- what we ask it ------------------------------------------------------------------------------------------------

    @Override
    public void redirect(String account, CallId call, URI script) {
        if (over != null || !begun) {
            throw refused(21220);
        }
        ask(false, () -> desk.resumes(CALL));
    }

    @Override
    public void end(String account, CallId call) {
        if (over == null) {
            end("completed");
        }
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId call) {
        return Optional.of(new CarrierCall(call, over == null ? "in-progress" : "completed", over != null, 1));
    }

    @Override
    public List<CarrierCall> legs(String account, CallId call) {
        return legs.entrySet().stream().map(leg -> new CarrierCall(new CallId(leg.getKey()), leg.getValue(), LegState.of(leg.getValue()).over(),
                leg.getValue().equals("completed") ? 10 : 0)).toList();
    }
}
