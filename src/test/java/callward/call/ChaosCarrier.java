package callward.call;

import callward.call.Desk.Spoken;
import callward.carrier.Carrier;
import callward.carrier.Tapes;
import callward.carrier.Texts;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Happening;
import callward.flow.RingStrategy;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One call at a carrier whose callbacks come twice, up to a day late, in any order, or never. What caller and agents do is drawn from the
 * seed alone, what happens to the callbacks from the seed and the weather: so the same call can be had in fair weather and in foul.
 */
final class ChaosCarrier implements Carrier, Tapes, Texts {

    /** What may happen to callbacks. */
    enum Weather { FAIR, DOUBLED_AND_LATE, ONE_LOST, MANY_LOST }

    private static final Duration WAITS = Duration.ofSeconds(15);

    private record Due(Instant at, long number, Runnable what) { }

    final String call;
    private final Weather weather;
    private final Random people;
    private final Random chaos;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(java.util.Comparator.comparing(Due::at).thenComparing(Due::number));
    final Desk desk;
    private final Map<String, String> legs = new TreeMap<>();
    private final List<Tape> tapes = new ArrayList<>();
    private final Map<String, Integer> rung = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<Integer, Integer> answers = new HashMap<>();
    private final boolean patient;
    private final boolean group;
    private int texts;
    private long numbers;
    private int epoch;
    private int lost;
    private final int losesOne;
    private int callbacks;
    private Instant over;
    private String live;
    private String asking;
    /** What the carrier tells when a caller is moved away from a talk. */
    private Runnable left;
    private boolean sentOn;
    private int transfers;
    private Instant stuck;
    private Duration longestStuck = Duration.ZERO;
    private boolean keysLost;
    private Instant settled;

    /** @param group a group is rung whose telephones ask, rather than one telephone after another */
    ChaosCarrier(long seed, Weather weather, boolean group) {
        this.weather = weather;
        this.group = group;
        call = "CA" + "%016x".formatted(seed) + "%016x".formatted(weather.ordinal());
        people = new Random(seed);
        chaos = new Random(seed * 31 + weather.ordinal());
        losesOne = chaos.nextInt(12);
        for (int i = 0; i < 12; i++) {
            answers.put(i, people.nextInt(1_000));
        }
        patient = people.nextInt(4) > 0;
        desk = new Desk(group ? Desk.groupScript() : Desk.script(), this);
        desk.group = Desk.everybody(RingStrategy.values()[people.nextInt(RingStrategy.values().length)]);
    }

    /** Plays the call to its end, and until the last of its callbacks has come. */
    ChaosCarrier play() {
        ask(false, () -> desk.arrives(call));
        while (true) {
            Optional<Instant> timer = nextTimer();
            if (queue.isEmpty() && timer.isEmpty()) {
                break;
            }
            if (timer.isPresent() && (queue.isEmpty() || timer.get().isBefore(queue.peek().at()))) {
                pass(timer.get());
                desk.orders.look();
                desk.deadlines.look();
                if (desk.clock.instant().getEpochSecond() % 15 == 0) {
                    desk.lostCalls.look();
                }
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
    }

    /** The next full second at which one of our timers finds something to do. */
    private Optional<Instant> nextTimer() {
        return desk.sql.one("""
                select least((select min(look_at) from callward.deadline where call_id = ?),
                             (select min(next_try_at) from callward.carrier_order where call_id = ? and done_at is null),
                             (select to_timestamp(ceil(extract(epoch from touched_at + interval '60 seconds') / 15) * 15) + interval '15 seconds'
                              from callward.call where id = ? and state = 'LIVE')) as next""", row -> Sql.instant(row, "next"), call, call, call)
                .map(at -> Instant.ofEpochSecond(Math.max(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), desk.clock.instant().getEpochSecond() + 1)));
    }

    // ---- what came of it -----------------------------------------------------------------------------------------------

    /** Everything that the company and its people have of it. */
    String outcome() {
        Map<String, Integer> news = new TreeMap<>();
        desk.house.all().stream().filter(CallNews.class::isInstance).map(CallNews.class::cast)
                .filter(one -> !(one.what() instanceof Happening.AboutToRing && one.at().isAfter(over))) // told of the ringing's end first, nobody could know that he is gone
                .map(CallNews::what).filter(what -> !(what instanceof Happening.NobodyAnswered)) // whether the last one was still rung is a matter of who hangs up first
                .forEach(what -> news.merge(what instanceof Happening.MessageLeft left ? left.toString() : what instanceof Happening.WasAnswered by ? by.toString()
                        : what instanceof Happening.Ended ? "Ended" : what.getClass().getSimpleName(), 1, Integer::sum));
        return desk.state(call) + " " + news + " rung=" + rung + " texts=" + texts + " sentOn=" + transfers + " customer=" + desk.value("select customer_name from callward.call where id = ?", call);
    }

    /** Keys that a caller pressed are lost with the request that told them: he goes another way then. */
    boolean isOtherCall() {
        return keysLost;
    }

    Duration longestStuck() {
        return longestStuck;
    }

    /** From the end of the call at the carrier until we know all of it. */
    Duration healed() {
        Instant told = desk.house.all().stream().filter(CallNews.class::isInstance).map(one -> ((CallNews) one).at()).max(Instant::compareTo).orElseThrow();
        Instant ended = desk.sql.one("select ended_at from callward.call where id = ?", row -> Sql.instant(row, "ended_at"), call).orElseThrow();
        return Duration.between(over, told.isAfter(ended) ? told : ended);
    }

    int openLegs() {
        return Integer.parseInt(desk.value("select count(*)::text from callward.leg where call_id = ? and ended_at is null", call));
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

    private boolean isLost(boolean first) {
        boolean gone = !first && switch (weather) {
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

    /** News that nobody waits for. */
    private void tell(Runnable news) {
        if (!isLost(false)) {
            boolean late = weather != Weather.FAIR && chaos.nextInt(8) == 0;
            at(latency(late ? 86_400 : 8), news);
            if (weather != Weather.FAIR && chaos.nextInt(4) == 0) {
                at(latency(86_400), news);
            }
        }
    }

    /** A request whose answer says what is next; the carrier waits a quarter of a minute for it, and copies of it may come much later. */
    private void ask(boolean keys, Supplier<Spoken> request) {
        boolean first = epoch == 0 && callbacks == 0 && lost == 0 && numbers == 0;
        int mine = ++epoch;
        if (isLost(first)) {
            keysLost |= keys;
            stuck = stuck == null ? desk.clock.instant() : stuck;
            return;
        }
        Instant until = desk.clock.instant().plus(WAITS);
        at(latency(first ? 2 : 9), () -> {
            Spoken spoken = request.get();
            if (mine == epoch && over == null && !desk.clock.instant().isAfter(until)) {
                perform(spoken);
            }
        });
        if (weather != Weather.FAIR && !first && chaos.nextInt(4) == 0) {
            at(latency(86_400), request::get);
        }
    }

    // ---- the call ------------------------------------------------------------------------------------------------------

    private void perform(Spoken spoken) {
        int mine = ++epoch;
        switch (spoken.last()) {
            case Verb.Gather gather -> at(Duration.ofSeconds(3), () -> when(mine, () -> input(spoken.nextTurn(), gather)));
            case Verb.Dial dial when dial.accept() != null -> ringAll(mine, spoken.nextTurn(), dial);
            case Verb.Dial dial -> ring(mine, spoken.nextTurn(), dial.targets().getFirst().key(), dial.seconds());
            case Verb.Record record -> message(mine, spoken.nextTurn());
            default -> at(Duration.ofSeconds(2), () -> when(mine, this::end));
        }
    }

    private void when(int mine, Runnable what) {
        if (mine == epoch && over == null) {
            what.run();
        }
    }

    private int draw(String what) {
        int number = switch (what) {
            case "gather" -> (int) asked.stream().filter(one -> one.startsWith("gather")).count();
            case "tom" -> 6;
            case "ann" -> 7;
            default -> 8;
        };
        asked.add(what + asked.size());
        return answers.get(Math.min(number, 11));
    }

    private void input(int turn, Verb.Gather gather) {
        int drawn = draw("gather");
        if (drawn % 11 == 0) {
            end();
        } else if (drawn % 7 == 0) {
            at(Duration.ofSeconds(gather.seconds()), () -> ask(true, () -> desk.knocks(call, turn, CallEvent.Silent::new)));
        } else {
            String keys = "" + (1 + drawn % 4);
            ask(true, () -> desk.knocks(call, turn, now -> new CallEvent.Entered(now, keys)));
        }
    }

    private void ring(int mine, int turn, String key, int seconds) {
        rung.merge(key, 1, Integer::sum);
        String leg = call + "L" + key + rung.get(key);
        live = leg;
        leg(leg, key, "initiated", 0);
        leg(leg, key, "ringing", 1);
        int drawn = draw(key);
        switch (drawn % 5) {
            case 0, 1 -> at(Duration.ofSeconds(7), () -> when(mine, () -> talk(mine, turn, leg, key, drawn)));
            case 2 -> at(Duration.ofSeconds(2), () -> when(mine, () -> dialled(turn, leg, key, "busy", DialOutcome.BUSY)));
            default -> {
                if (!patient && key.equals("ann")) {
                    at(Duration.ofSeconds(9), () -> when(mine, () -> {
                        leg(leg, key, "canceled", 2);
                        end();
                    }));
                } else {
                    at(Duration.ofSeconds(seconds + drawn % 5), () -> when(mine, () -> dialled(turn, leg, key, "no-answer", DialOutcome.NO_ANSWER)));
                }
            }
        }
    }

    /** All ring at once; the first who picks up is asked, the others are stopped. */
    private void ringAll(int mine, int turn, Verb.Dial dial) {
        Map<String, String> ringing = new LinkedHashMap<>();
        dial.targets().forEach(target -> {
            rung.merge(target.key(), 1, Integer::sum);
            ringing.put(target.key(), call + "L" + target.key() + rung.get(target.key()));
            leg(ringing.get(target.key()), target.key(), "initiated", 0);
            leg(ringing.get(target.key()), target.key(), "ringing", 1);
        });
        Optional<String> first = ringing.keySet().stream().filter(key -> Set.of(0, 1, 3, 4).contains(draw(key) % 6)).findFirst();
        if (first.isPresent()) {
            at(Duration.ofSeconds(6), () -> when(mine, () -> {
                ringing.forEach((key, leg) -> leg(leg, key, key.equals(first.get()) ? "in-progress" : "canceled", 2));
                asking = ringing.get(first.get());
                isOffered(mine, turn, ringing.get(first.get()), first.get());
            }));
        } else {
            boolean busy = ringing.keySet().stream().allMatch(key -> draw(key) % 6 == 2);
            String last = List.copyOf(ringing.keySet()).getLast();
            at(Duration.ofSeconds(busy ? 2 : dial.seconds() + 3), () -> when(mine, () -> {
                ringing.forEach((key, leg) -> leg(leg, key, busy ? "busy" : "no-answer", 2));
                dialled(turn, ringing.get(last), last, busy ? "busy" : "no-answer", busy ? DialOutcome.BUSY : DialOutcome.NO_ANSWER);
            }));
        }
    }

    private void isOffered(int mine, int turn, String leg, String key) {
        int drawn = draw(key);
        fetch(mine, turn, leg, key, () -> desk.picksUp(call, leg, key, turn), whisper -> {
            boolean silent = drawn % 6 == 3 || !(whisper instanceof Whisper.Ask);
            if (silent) {
                at(Duration.ofSeconds(5), () -> when(mine, () -> hangsUp(turn, leg, key)));
            } else {
                at(Duration.ofSeconds(2), () -> when(mine, () -> fetch(mine, turn, leg, key, () -> desk.presses(call, leg, key, turn, drawn % 6 == 4 ? "*" : "1", 1),
                        answer -> {
                            if (answer instanceof Whisper.Connect) {
                                asking = null;
                                talk(mine, turn, leg, key, drawn);
                            } else {
                                hangsUp(turn, leg, key);
                            }
                        })));
            }
        });
    }

    /** Without a bridge; some carriers do not tell. */
    private void hangsUp(int turn, String leg, String key) {
        asking = null;
        dialled(turn, leg, key, "completed", draw(key) % 2 == 0 ? DialOutcome.SILENT : DialOutcome.ANSWERED);
    }

    /** A document for a telephone that was picked up: without one the carrier hangs it up. */
    private void fetch(int mine, int turn, String leg, String key, Supplier<Whisper> request, Consumer<Whisper> then) {
        if (isLost(false)) {
            keysLost = true;
            at(WAITS, () -> when(mine, () -> hangsUp(turn, leg, key)));
            return;
        }
        at(latency(9), () -> {
            Whisper whisper = request.get();
            when(mine, () -> then.accept(whisper));
        });
        if (weather != Weather.FAIR && chaos.nextInt(4) == 0) {
            at(latency(86_400), request::get);
        }
    }

    private void talk(int mine, int turn, String leg, String key, int drawn) {
        leg(leg, key, "in-progress", 2);
        left = () -> {
            leg(leg, key, "completed", 3);
            tell(() -> desk.knocks(call, turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(leg), 10))); // its answer is ignored
        };
        if (drawn % 7 < 4 && !sentOn) {
            at(Duration.ofMillis(drawn % 2 == 0 ? 5_000 : 1_000L * (10 + drawn % 200) - 300), () -> when(mine, () -> sendOn(drawn)));
        }
        at(Duration.ofSeconds(10 + drawn % 200), () -> when(mine, () -> {
            settled = desk.clock.instant();
            boolean callerFirst = drawn % 2 == 0;
            if (callerFirst) {
                leg(leg, key, "completed", 3);
                end();
                tell(() -> desk.knocks(call, turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(leg), 10)));
            } else {
                dialled(turn, leg, key, "completed", DialOutcome.ANSWERED);
            }
        }));
    }

    /** Once in a call, whoever talks sends the caller on. He cannot where news that he has picked up got lost: his desk shows no talk. */
    private void sendOn(int drawn) {
        boolean toMailbox = drawn % 3 == 0;
        sentOn = true;
        try {
            desk.sendsOn(call, toMailbox ? null : 2L, null, toMailbox ? "support" : null);
            transfers++;
        } catch (TransferRefused unseen) {
            keysLost = true;
        }
    }

    private void dialled(int turn, String leg, String key, String status, DialOutcome outcome) {
        leg(leg, key, status, 3);
        ask(false, () -> desk.knocks(call, turn, now -> new CallEvent.DialEnded(now, outcome, new LegId(leg), outcome == DialOutcome.ANSWERED ? 10 : 0)));
    }

    private void leg(String leg, String key, String status, int sequence) {
        legs.put(leg, status);
        Instant at = desk.clock.instant();
        tell(() -> desk.own.run(() -> desk.switchboard.legMoved(new LegNews(new CallId(call), new LegId(leg), key, Desk.address(key), status, sequence, at, group), "leg")));
    }

    private void message(int mine, int turn) {
        int drawn = draw("message");
        int seconds = drawn % 5 == 0 ? 0 : 3 + drawn % 20;
        boolean hangsUp = drawn % 3 == 0;
        at(Duration.ofSeconds(5 + seconds), () -> when(mine, () -> recorded(turn, seconds, hangsUp)));
    }

    private void recorded(int turn, int seconds, boolean hangsUp) {
        String recording = "RE" + call.substring(2, 18) + tapes.size();
        if (seconds > 0) {
            tapes.add(new Tape(recording, "https://api.twilio.com/" + recording, seconds, true));
            tell(() -> desk.own.run(() -> desk.switchboard.recording(
                    new RecordingNews(new CallId(call), recording, "https://api.twilio.com/" + recording, seconds, true, false, desk.clock.instant()), "recording")));
        }
        Function<Instant, CallEvent> event = now -> new CallEvent.RecordingEnded(now, seconds > 0 ? recording : null, seconds, hangsUp);
        if (hangsUp) {
            end();
            tell(() -> desk.knocks(call, turn, event));
        } else {
            ask(false, () -> desk.knocks(call, turn, event));
        }
    }

    private void end() {
        over = desk.clock.instant();
        moved();
        Instant at = over;
        tell(() -> desk.own.run(() -> desk.switchboard.ended(new CallEnding(new CallId(call), "completed", 1, at, "ended", Map.of()))));
    }

    private void moved() {
        if (stuck != null) {
            Duration time = Duration.between(stuck, desk.clock.instant());
            longestStuck = time.compareTo(longestStuck) > 0 ? time : longestStuck;
            stuck = null;
        }
        if (asking != null) {
            legs.replaceAll((leg, status) -> Set.of("initiated", "ringing", "in-progress").contains(status) ? "completed" : status);
            asking = null;
        }
        if (live != null && Set.of("initiated", "ringing").contains(legs.get(live))) {
            legs.put(live, "canceled");
        }
        if (live != null && over == null && "in-progress".equals(legs.get(live))) {
            left.run();
        }
    }

    // ---- what we ask it ------------------------------------------------------------------------------------------------

    @Override
    public void redirect(String account, CallId id, URI script) {
        if (over != null) {
            throw new callward.carrier.CarrierRefused(21220, "Call is not in-progress. Cannot redirect.");
        }
        moved();
        ask(false, () -> desk.resumes(call));
    }

    @Override
    public void end(String account, CallId id) {
        if (over == null) {
            end();
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

    @Override
    public List<Tape> of(String account, CallId id) {
        return List.copyOf(tapes);
    }

    @Override
    public String send(String account, PhoneNumber from, PhoneNumber to, String body) {
        texts++;
        return "SM" + texts;
    }

    @Override
    public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        throw new AssertionError("nobody calls out");
    }

    @Override
    public List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since) {
        throw new AssertionError("nobody calls out");
    }

    @Override
    public AccountState account() {
        throw new AssertionError("nobody asks");
    }

    @Override
    public void fetch(String account, String recordingUrl, Reader reader) {
        throw new AssertionError("nobody fetches");
    }

    @Override
    public void delete(String account, String recording) {
        throw new AssertionError("nobody deletes");
    }
}
