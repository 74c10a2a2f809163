package callward.call;

import callward.call.Desk.Spoken;
import callward.carrier.CarrierRefused;
import callward.flow.Happening;
import callward.flow.Steps;
import callward.house.GivenClock;
import callward.phone.CallId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One call at a carrier, in some weather. What caller and agents do is drawn from the seed alone, what happens to callbacks from the weather:
 * so the same call can be had in fair weather and in foul.
 */
abstract class CallInWeather extends CallingCarrier {

    static final Duration HEALED = Duration.ofMinutes(2);

    final String call;
    final Weather weather;
    final Random people;
    final Desk desk;
    private final Map<String, String> legs = new TreeMap<>();
    private int epoch;
    private Instant over;
    private Instant stuck;
    private Duration longestStuck = Duration.ZERO;
    private boolean otherCall;

    CallInWeather(String call, long seed, Weather.Kind kind, Steps steps) {
        this(call, seed, kind, steps, new GivenClock());
    }

    private CallInWeather(String call, long seed, Weather.Kind kind, Steps steps, GivenClock clock) {
        super(clock::instant);
        this.call = call;
        weather = new Weather(kind, seed, clock);
        people = new Random(seed);
        Desk.forgetCalls();
        desk = new Desk(steps, this, clock);
    }

    /** Plays the call to its end, and until the last of its callbacks has come. */
    final CallInWeather play() {
        begins();
        for (Instant next = next(timer()); next != null; next = next(timer())) {
            boolean ours = weather.next().filter(next::equals).isEmpty();
            weather.passes(next);
            if (ours) {
                desk.orders.look();
                desk.deadlines.look();
                if (now().getEpochSecond() % 15 == 0) {
                    desk.lostCalls.look();
                }
            }
        }
        weather.passes(now().plusSeconds(120));
        desk.lostCalls.look();
        return this;
    }

    private Instant next(Optional<Instant> timer) {
        return Stream.concat(timer.stream(), weather.next().stream()).min(Instant::compareTo).orElse(null);
    }

    /** The next full second at which one of our timers finds something to do. */
    private Optional<Instant> timer() {
        return desk.sql.one("""
                select least((select min(look_at) from callward.deadline), (select min(next_try_at) from callward.carrier_order where done_at is null),
                             (select to_timestamp(ceil(extract(epoch from min(touched_at) + interval '60 seconds') / 15) * 15) + interval '15 seconds'
                              from callward.call where state = 'LIVE')) as next""", row -> Sql.instant(row, "next"))
                .map(at -> Instant.ofEpochSecond(Math.max(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), now().getEpochSecond() + 1)));
    }

    abstract void begins();

    abstract void perform(Spoken spoken);

    /** What the caller did ends: he hangs up, or is moved to something else. */
    void isMoved() { }

    /** The call is over at the carrier, which tells so. */
    abstract void tellsEnd(String status);

    // ---- what came of it -------------------------------------------------------------------------------------------------------

    /** Everything that the company and its people have of it. */
    abstract String outcome();

    /** In short: how it ended. */
    final String ending() {
        return desk.value("select outcome from callward.call where id = ?", call);
    }

    /** What was told inside, each with how often. */
    final Map<String, Integer> news() {
        Map<String, Integer> news = new TreeMap<>();
        happenings().map(CallNews::what).filter(what -> !(what instanceof Happening.NobodyAnswered)) // whether the last one was still rung is a matter of who hangs up first
                .forEach(what -> news.merge(what instanceof Happening.MessageLeft || what instanceof Happening.WasAnswered ? what.toString() : what.getClass().getSimpleName(),
                        1, Integer::sum));
        return news;
    }

    private Stream<CallNews> happenings() {
        return desk.house.all().stream().filter(CallNews.class::isInstance).map(CallNews.class::cast);
    }

    /** What only a request that was lost could tell is lost: the call goes another way then. */
    final boolean isOtherCall() {
        return otherCall;
    }

    final void goesAnotherWay() {
        otherCall = true;
    }

    final Duration longestStuck() {
        return longestStuck;
    }

    /** From the end of the call at the carrier until we know all of it. */
    final Duration healed() {
        Instant told = happenings().map(CallNews::at).max(Instant::compareTo).orElseThrow();
        Instant ended = desk.sql.one("select ended_at from callward.call where id = ?", row -> Sql.instant(row, "ended_at"), call).orElseThrow();
        return Duration.between(over, told.isAfter(ended) ? told : ended);
    }

    final String openLegs() {
        return desk.value("select count(*)::text from callward.leg where ended_at is null");
    }

    // ---- the network -----------------------------------------------------------------------------------------------------------

    final Instant now() {
        return desk.clock.instant();
    }

    /** What happens after so long, unless the call has gone on meanwhile. */
    final void later(Duration time, Runnable what) {
        weather.later(time, asLongAsItGoesOnSo(what));
    }

    final Runnable asLongAsItGoesOnSo(Runnable what) {
        int mine = epoch;
        return () -> {
            if (mine == epoch && over == null) {
                what.run();
            }
        };
    }

    final boolean isOver() {
        return over != null;
    }

    final void begins(Supplier<Spoken> request) {
        int mine = ++epoch;
        weather.begins(() -> hears(mine, now().plus(Weather.WAITS), request));
    }

    /** A request whose answer says what is next. @param alone nothing else tells what it tells */
    final void ask(boolean alone, Supplier<Spoken> request) {
        int mine = ++epoch;
        Instant until = now().plus(Weather.WAITS);
        if (!weather.asks(() -> hears(mine, until, request), request::get)) {
            otherCall |= alone;
            stuck = stuck == null ? now() : stuck;
        }
    }

    private void hears(int mine, Instant until, Supplier<Spoken> request) {
        Spoken spoken = request.get();
        if (mine == epoch && over == null && !now().isAfter(until)) {
            epoch++;
            perform(spoken);
        }
    }

    final void leg(LegNews news) {
        legs.put(news.leg().sid(), news.status());
        weather.tells(() -> desk.own.run(() -> desk.switchboard.legMoved(news, "leg")));
    }

    /** How far a telephone has come. */
    final String at(String leg) {
        return legs.getOrDefault(leg, "");
    }

    final void hangUp(String status) {
        over = now();
        moves();
        tellsEnd(status);
    }

    private void moves() {
        if (stuck != null) {
            Duration time = Duration.between(stuck, now());
            longestStuck = time.compareTo(longestStuck) > 0 ? time : longestStuck;
            stuck = null;
        }
        isMoved();
    }

    // ---- what we ask it --------------------------------------------------------------------------------------------------------

    /** Whether it can be told to move the call. */
    boolean isAnswered() {
        return true;
    }

    @Override
    public void redirect(String account, CallId id, URI script) {
        if (over != null || !isAnswered()) {
            throw new CarrierRefused(21220, "Call is not in-progress. Cannot redirect.");
        }
        moves();
        ask(false, () -> desk.resumes(call));
    }

    @Override
    public void end(String account, CallId id) {
        if (over == null) {
            hangUp("completed");
        }
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId id) {
        return Optional.of(new CarrierCall(id, over == null ? "in-progress" : "completed", over != null, 1));
    }

    @Override
    public List<CarrierCall> legs(String account, CallId id) {
        return legs.entrySet().stream().map(leg -> new CarrierCall(new CallId(leg.getKey()), leg.getValue(), LegState.of(leg.getValue()).over(),
                leg.getValue().equals("completed") ? 10 : 0)).toList();
    }

}
