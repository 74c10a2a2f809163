package callward.call;

import callward.call.Desk.Spoken;
import callward.carrier.CarrierUnreachable;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.house.TestDatabase;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ann has called John, talks to him and sends him on, at a carrier that may not be reached, and whose callbacks come twice, late, or never. Who hangs up when, and who picks up, is drawn from
 * the seed alone.
 */
final class SentOnWeather extends CallingCarrier {

    static final String ANNS = "CAplaced1";
    static final String JOHNS = "CAjohn";

    private record Due(Instant at, long number, Runnable what) { }

    private final boolean foul;
    private final Random people;
    private final Random chaos;
    private final Instant[] now;
    private final Desk desk;
    private final GivenOutgoing outgoing;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    /** Status by SID: of Ann's telephone, John's, and those that ring for him then. */
    private final Map<String, String> legs = new TreeMap<>();
    private long numbers;
    private int sequence;
    private int epoch;
    private boolean moved;
    private String rings;
    /** How John's call came to its end: he or she hung up, or we did after a talk or a message. */
    private boolean served;
    private boolean hungUpOn;
    /** From then on the carrier can be asked, now and then. */
    private final Instant reachable;

    SentOnWeather(long seed, boolean foul) {
        this(seed, foul, new Instant[1]);
    }

    private SentOnWeather(long seed, boolean foul, Instant[] clock) {
        super(() -> clock[0]);
        this.foul = foul;
        now = clock;
        people = new Random(seed);
        chaos = new Random(seed * 31 + (foul ? 1 : 0));
        Desk.empty();
        desk = new Desk(Desk.script(), this);
        now[0] = desk.clock.instant();
        reachable = now[0].plusSeconds(chaos.nextInt(4) == 0 ? 90 : 0);
        outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        TestDatabase.run("update callward.device set agent_id = 3 where key = 'anndesk'");
        desk.observers.add(outgoing::hears);
        annTalksToJohn();
    }

    private void annTalksToJohn() {
        desk.own.call(outgoing::wants);
        desk.orders.look();
        ann("in-progress").run();
        Spoken question = desk.picksUp(ANNS, desk.value("select token from callward.outgoing"), outgoing.calls);
        desk.knocks(ANNS, question.nextTurn(), at -> new CallEvent.Entered(at, "1"));
        leg(ANNS, JOHNS, "_1555", Desk.JOHN, "in-progress").run();
    }

    // ---- people --------------------------------------------------------------------------------------------------------

    SentOnWeather play() {
        int click = 1_000 + people.nextInt(9_000);
        int target = people.nextInt(6);
        at(click, () -> clicks(target));
        if (people.nextBoolean()) {
            at(click + people.nextInt(3_000), () -> clicks(target));
        }
        if (people.nextInt(3) == 0) {
            at(Math.max(0, click + people.nextInt(4_000) - 2_000), this::annHangsUp);
        }
        if (people.nextInt(3) == 0) {
            at(people.nextInt(60_000), () -> johnIsGone(true));
        }
        if (people.nextInt(3) == 0) {
            at(100_000 + people.nextInt(20_000), () -> clicks(target));
        }
        at(600_000, this::annHangsUp);
        while (true) {
            Optional<Instant> timer = nextTimer();
            if (queue.isEmpty() && timer.isEmpty()) {
                return this;
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
    }

    private void clicks(int target) {
        try {
            desk.sendsOn(ANNS, target < 4 ? 2L : null, target == 4 ? "+15550100777" : null, target == 5 ? "support" : null);
            desk.orders.look(); // the bell of the commit
        } catch (TransferRefused tooLateOrTwice) {
            // her desk says so
        }
    }

    private void annHangsUp() {
        if (isUp(ANNS)) {
            if (!moved) {
                johnIsGone(true);
            }
            end(ANNS);
        }
    }

    private void johnIsGone(boolean byPeople) {
        if (!isUp(JOHNS)) {
            return;
        }
        served |= byPeople;
        epoch++;
        if (rings != null && isUp(rings)) {
            leg(JOHNS, rings, rings, "", legs.get(rings).equals("in-progress") ? "completed" : "canceled").run();
        }
        end(JOHNS);
        if (!moved) {
            annsDialEnds();
        }
    }

    private void annsDialEnds() {
        ask(() -> desk.knocks(ANNS, 2, at -> new CallEvent.DialEnded(at, DialOutcome.ANSWERED, new LegId(JOHNS), 30)), spoken -> { });
        at(1_000, () -> {
            if (isUp(ANNS)) {
                end(ANNS);
            }
        });
    }

    // ---- the carrier ---------------------------------------------------------------------------------------------------

    @Override
    public void redirect(String account, CallId call, URI script) {
        boolean done = !foul || !now[0].isBefore(reachable) && chaos.nextInt(3) > 0;
        boolean told = !foul || chaos.nextInt(3) > 0;
        if (done) {
            if (!isUp(call.sid())) {
                throw refused(21220);
            }
            move(call.sid());
        }
        if (!done || !told) {
            throw new CarrierUnreachable("no answer", done, null);
        }
    }

    private void move(String call) {
        if (call.equals(ANNS)) { // by our clock; nothing but a goodbye is heard there
            ask(() -> desk.resumes(ANNS), spoken -> end(ANNS));
            return;
        }
        epoch++;
        if (rings != null && isUp(rings)) {
            leg(JOHNS, rings, rings, "", "canceled").run();
        }
        if (!moved) {
            moved = true;
            annsDialEnds();
        }
        johnHears(() -> desk.resumes(JOHNS));
    }

    private void johnHears(Supplier<Spoken> request) {
        int mine = ++epoch;
        ask(request, spoken -> {
            if (mine == epoch && isUp(JOHNS)) {
                perform(spoken);
            }
        });
    }

    private void perform(Spoken spoken) {
        int mine = ++epoch;
        int turn = spoken.nextTurn();
        switch (spoken.last()) {
            case Verb.Dial dial -> {
                rings = "CAt" + mine;
                String key = dial.targets().getFirst().key();
                tell(leg(JOHNS, rings, key, "client:" + key, "ringing"));
                int does = people.nextInt(4);
                at(5_000, () -> when(mine, () -> {
                    if (does < 2) {
                        tell(leg(JOHNS, rings, key, "client:" + key, "in-progress"));
                        at(1_000 + people.nextInt(90_000), () -> when(mine, () -> dialled(turn, key, "completed", DialOutcome.ANSWERED)));
                    } else {
                        dialled(turn, key, does == 2 ? "busy" : "no-answer", does == 2 ? DialOutcome.BUSY : DialOutcome.NO_ANSWER);
                    }
                }));
            }
            case Verb.Record record -> at(6_000, () -> when(mine, () -> {
                served = true;
                johnHears(() -> desk.knocks(JOHNS, turn, at -> new CallEvent.RecordingEnded(at, "RE" + turn, 6, false)));
            }));
            default -> at(1_000, () -> when(mine, () -> {
                hungUpOn = true;
                johnIsGone(false);
            }));
        }
    }

    private void dialled(int turn, String key, String status, DialOutcome outcome) {
        String phone = rings;
        served |= outcome == DialOutcome.ANSWERED;
        tell(leg(JOHNS, phone, key, "client:" + key, status));
        johnHears(() -> desk.knocks(JOHNS, turn, at -> new CallEvent.DialEnded(at, outcome, new LegId(phone), 5)));
    }

    private boolean isUp(String sid) {
        return !LegState.of(legs.getOrDefault(sid, "completed")).over();
    }

    private void when(int mine, Runnable what) {
        if (mine == epoch && isUp(JOHNS)) {
            what.run();
        }
    }

    // ---- what it tells -------------------------------------------------------------------------------------------------

    private void end(String sid) {
        tell(sid.equals(ANNS) ? ann("completed") : leg(ANNS, JOHNS, "_1555", Desk.JOHN, "completed"));
    }

    private Runnable ann(String status) {
        legs.put(ANNS, status);
        LegNews news = new LegNews(new CallId(ANNS), new LegId(ANNS), null, GivenOutgoing.DESK, status, sequence++, desk.clock.instant());
        return () -> desk.own.run(() -> desk.placed.moved(1, news, ending(news), "placed"));
    }

    /** As the door for legs does. */
    private Runnable leg(String call, String sid, String key, String address, String status) {
        legs.put(sid, status);
        LegNews news = new LegNews(new CallId(call), new LegId(sid), key, address, status, sequence++, desk.clock.instant());
        return () -> {
            desk.own.run(() -> desk.switchboard.legMoved(news, "leg"));
            ending(news).ifPresent(ending -> desk.own.run(() -> desk.switchboard.ended(ending)));
        };
    }

    private static Optional<CallEnding> ending(LegNews news) {
        return LegState.of(news.status()).over() ? Optional.of(new CallEnding(new CallId(news.leg().sid()), news.status(), 9, news.at(), "leg", Map.of())) : Optional.empty();
    }

    private void at(int millis, Runnable what) {
        queue.add(new Due(desk.clock.instant().plusMillis(millis), numbers++, what));
    }

    private int latency() {
        return !foul ? 20 : 20 + (chaos.nextInt(3) == 0 ? chaos.nextInt(9_000) : chaos.nextInt(300));
    }

    private void tell(Runnable news) {
        if (!foul || chaos.nextInt(5) > 0) {
            at(latency(), news);
            if (foul && chaos.nextInt(4) == 0) {
                at(chaos.nextInt(86_400_000), news);
            }
        }
    }

    private void ask(Supplier<Spoken> request, Consumer<Spoken> then) {
        if (!foul || chaos.nextInt(8) > 0) {
            at(latency(), () -> then.accept(request.get()));
            if (foul && chaos.nextInt(4) == 0) {
                at(chaos.nextInt(86_400_000), request::get);
            }
        }
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
                             (select min(touched_at) + interval '75 seconds' from callward.call where state = 'LIVE'),
                             (select min(c.ended_at) + interval '75 seconds' from callward.leg l join callward.call c on c.id = l.call_id
                              where l.ended_at is null and c.state = 'OVER')) as next""", row -> Sql.instant(row, "next"))
                .map(at -> Instant.ofEpochSecond(Math.max(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), desk.clock.instant().getEpochSecond() + 1)));
    }

    // ---- what we ask it ------------------------------------------------------------------------------------------------

    @Override
    public void end(String account, CallId call) {
        if (isUp(call.sid())) {
            hungUpOn |= call.sid().equals(JOHNS);
            end(call.sid());
        }
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId call) {
        return Optional.of(new CarrierCall(call, legs.get(call.sid()), !isUp(call.sid()), 1));
    }

    @Override
    public List<CarrierCall> legs(String account, CallId call) {
        return legs.keySet().stream().filter(sid -> call.sid().equals(ANNS) ? sid.equals(JOHNS) : sid.startsWith("CAt"))
                .map(sid -> new CarrierCall(new CallId(sid), legs.get(sid), !isUp(sid), legs.get(sid).equals("completed") ? 9 : 0)).toList();
    }

    // ---- what came of it -----------------------------------------------------------------------------------------------

    /** {@code OVER ANSWERED}, {@code OVER VOICEMAIL}, or {@code -} when he was never sent on. */
    String johns() {
        return Optional.ofNullable(desk.value("select state || ' ' || outcome from callward.call where id = ?", JOHNS)).orElse("-");
    }

    String anns() {
        return desk.state(ANNS);
    }

    /** What is left open, and what was told more or less than once: nothing, if all is well. */
    String untidy() {
        String open = desk.value("""
                select (select count(*) from callward.call where state <> 'OVER') || ' calls, ' || (select count(*) from callward.leg where ended_at is null) || ' legs, '
                || (select count(*) from callward.carrier_order where done_at is null) || ' orders, ' || (select count(*) from callward.deadline) || ' deadlines'""");
        return (open.equals("0 calls, 0 legs, 0 orders, 0 deadlines") ? "" : open) + wrong(ANNS, "Ended", ended(ANNS)) + (johns().equals("-") ? "" : wrong(JOHNS, "Ended", ended(JOHNS)))
                + wrong(ANNS, "WasAnswered", desk.house.all().stream().filter(news -> news instanceof CallNews of && of.call().sid().equals(ANNS) && of.what().equals(new Happening.WasAnswered("Ann"))).count());
    }

    /** But for transfers that were taken back. */
    private long ended(String call) {
        return desk.house.all().stream().filter(news -> news instanceof CallNews of && of.call().sid().equals(call) && of.what() instanceof Happening.Ended(var outcome)
                && outcome != Happening.Outcome.FAILED).count();
    }

    private static String wrong(String call, String what, long times) {
        return times == 1 ? "" : " " + call + " " + what + "=" + times;
    }

    /** We have hung up on John, and nobody had talked to him where he was sent, nor taken his message. */
    boolean isLost() {
        return hungUpOn && !served;
    }

    void forget() {
        desk.own.close();
    }
}
