package callward.call;

import callward.call.Desk.Spoken;
import callward.carrier.Carrier;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes;
import callward.carrier.Texts;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DequeueOutcome;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * John talks to Tom, who asks Ann first; each of the three clicks, presses and hangs up when he likes. The carrier's requests are slow and come twice, its news come late, twice or
 * never, and what it is told it may do without saying so. All of it is drawn from a seed.
 */
final class AskTown implements Carrier, Tapes, Texts {

    private record Due(Instant at, long number, Runnable what) { }

    /** A leg at the carrier. */
    private final class Leg {
        final String sid;
        final String key;
        final boolean child;
        boolean answered;
        boolean over;
        /** Grows with everything that takes it away from where it is: answers to older requests are not heard. */
        int place;
        /** Whom it talks to; null while to nobody. */
        Leg partner;
        /** The queue that it waits in; null while in none. */
        String queue;
        /** The queue that it fetches somebody from; null while from none. */
        ForColleague.Fetches fetches;
        /** Where it asks on when what it does now is over. */
        String then;
        String waits;

        Leg(String sid, String key, boolean child) {
            this.sid = sid;
            this.key = key;
            this.child = child;
        }

        void leaves() {
            place++;
            queue = null;
            fetches = null;
            then = null;
            waits = null;
            Leg other = partner;
            partner = null;
            if (other != null) {
                other.partner = null;
                alone(other);
            }
        }
    }

    final String call;
    final Desk desk;
    private final Random people;
    private final Random chaos;
    private final boolean foul;
    private final PriorityQueue<Due> events = new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Map<String, Leg> legs = new TreeMap<>();
    private final Leg john;
    private Leg tom;
    private int turn;
    private int dialTurn;
    private long numbers;
    private int made;
    private Instant alone;
    private Duration longestAlone = Duration.ZERO;
    private String what = "";

    AskTown(long seed, boolean foul) {
        this.foul = foul;
        call = "CA" + "%031x".formatted(seed) + (foul ? "f" : "a");
        people = new Random(seed);
        chaos = new Random(seed * 31 + 7);
        desk = new Desk(Desk.script(), this);
        john = new Leg(call, "john", false);
        john.answered = true;
        legs.put(call, john);
    }

    AskTown play() {
        desk.arrives(call);
        hears(desk.knocks(call, 1, now -> new CallEvent.Entered(now, "1")));
        int end = people.nextInt(400);
        if (people.nextInt(3) == 0) {
            later(10 + people.nextInt(80), () -> hangsUp(john));
        }
        later(900 + end, () -> hangsUp(john));
        while (true) {
            Optional<Instant> timer = nextTimer();
            if (events.isEmpty() && timer.isEmpty()) {
                return this;
            }
            if (timer.isPresent() && (events.isEmpty() || timer.get().isBefore(events.peek().at()))) {
                passes(timer.get());
                desk.orders.look();
                desk.deadlines.look();
            } else {
                Due due = events.poll();
                passes(due.at());
                due.what().run();
            }
            if (john.over && foul) {
                desk.lostCalls.look();
            }
            watch();
        }
    }

    private void watch() {
        boolean inGoodHands = john.over || john.partner != null || ringsOrRecords;
        if (inGoodHands) {
            alone = null;
        } else if (alone == null) {
            alone = desk.clock.instant();
        } else {
            Duration time = Duration.between(alone, desk.clock.instant());
            longestAlone = time.compareTo(longestAlone) > 0 ? time : longestAlone;
        }
    }

    private boolean ringsOrRecords;

    private void passes(Instant until) {
        if (until.isAfter(desk.clock.instant())) {
            desk.clock.passes(Duration.between(desk.clock.instant(), until));
        }
    }

    private Optional<Instant> nextTimer() {
        return desk.sql.one("""
                select least((select min(look_at) from callward.deadline where call_id = ?), (select min(next_try_at) from callward.carrier_order where call_id = ? and done_at is null),
                             (select touched_at + interval '90 seconds' from callward.call where id = ? and state = 'LIVE' and ?)) as next""",
                row -> Sql.instant(row, "next"), call, call, call, john.over)
                .map(at -> Instant.ofEpochSecond(Math.max(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), desk.clock.instant().getEpochSecond() + 1)));
    }

    private void later(int seconds, Runnable what) {
        events.add(new Due(desk.clock.instant().plusSeconds(seconds), numbers++, what));
    }

    // ---- what came of it ---------------------------------------------------------------------------------------------------------

    String state() {
        return desk.state(call);
    }

    String story() {
        return what + desk.value("select coalesce(progress #>> '{detour,asking,state}', '-') || ' ' || (progress ->> 'step') from callward.call where id = ?", call);
    }

    Duration longestAlone() {
        return longestAlone;
    }

    List<String> stillOn() {
        return legs.values().stream().filter(leg -> !leg.over).map(leg -> leg.key).toList();
    }

    String openLegs() {
        return desk.value("select coalesce(string_agg(device_key || ' ' || state, ','), '') from callward.leg where call_id = ? and ended_at is null", call);
    }

    // ---- the carrier --------------------------------------------------------------------------------------------------------------

    /** News of a leg: in foul weather late, twice, or never. */
    private void tell(Leg leg, String status) {
        Runnable news = () -> desk.leg(call, leg.sid, leg.key, status);
        if (!foul) {
            news.run();
        } else if (chaos.nextInt(8) > 0 || status.equals("in-progress")) {
            later(chaos.nextInt(12), news);
            if (chaos.nextInt(5) == 0) {
                later(chaos.nextInt(60), news);
            }
        }
    }

    /** A request for what a leg hears, and what comes of the answer if the leg is still there. */
    private void ask(Leg leg, String path, Map<String, String> form) {
        int place = leg.place;
        later(foul ? chaos.nextInt(4) : 0, () -> {
            ForColleague first = desk.asking.knocks(path, leg.sid, form);
            ForColleague answer = foul && chaos.nextInt(6) == 0 ? desk.asking.knocks(path, leg.sid, form) : first;
            if (!leg.over && leg.place == place) {
                hears(leg, answer, path);
            }
        });
    }

    private void hears(Leg leg, ForColleague answer, String path) {
        switch (answer) {
            case ForColleague.Waits waits -> {
                leg.queue = waits.queue();
                leg.then = waits.then();
                leg.waits = waits.hears();
                joined(leg);
                hearsOn(leg);
            }
            case ForColleague.Hears hears when leg.waits != null -> later(5, () -> hearsOn(leg));
            case ForColleague.Leaves left -> {
                String then = leg.then;
                leg.leaves();
                if (leg == john) {
                    dequeued(DequeueOutcome.LEFT);
                } else if (then != null) {
                    ask(leg, then, Map.of("CallStatus", "in-progress"));
                }
            }
            case ForColleague.Fetches fetches -> fetches(leg, fetches);
            case ForColleague.Asks asks -> keys(leg, asks.keyed());
            case ForColleague.HangsUp end -> ends(leg, "completed");
            default -> { }
        }
    }

    private void hearsOn(Leg leg) {
        if (leg.waits != null && leg.partner == null && !leg.over) {
            ask(leg, leg.waits, Map.of());
        }
    }

    private void fetches(Leg leg, ForColleague.Fetches fetches) {
        leg.fetches = fetches;
        leg.then = fetches.then();
        int place = leg.place;
        legs.values().stream().filter(other -> fetches.queue().equals(other.queue) && !other.over).findFirst().ifPresentOrElse(other -> meet(leg, other), () -> later(foul && chaos.nextBoolean() ? 1 : 10, () -> {
            if (leg.place == place && leg.fetches == fetches && leg.partner == null && !leg.over) {
                goesOn(leg, "false");
            }
        }));
    }

    private void joined(Leg leg) {
        legs.values().stream().filter(other -> other.fetches != null && other.fetches.queue().equals(leg.queue) && other.partner == null && !other.over).findFirst().ifPresent(other -> meet(other, leg));
    }

    private void meet(Leg fetcher, Leg member) {
        member.queue = null;
        member.waits = null;
        member.place++;
        fetcher.partner = member;
        member.partner = fetcher;
        if (fetcher.fetches.met() != null) { // a document, which the carrier insists on before it connects the two
            desk.asking.knocks(fetcher.fetches.met(), member.sid, Map.of());
            if (foul && chaos.nextInt(6) == 0) {
                desk.asking.knocks(fetcher.fetches.met(), member.sid, Map.of());
            }
        }
        if (people.nextBoolean()) {
            later(5 + people.nextInt(60), () -> hangsUpIf(fetcher, member));
        } else {
            later(5 + people.nextInt(60), () -> hangsUpIf(member, fetcher));
        }
    }

    private void hangsUpIf(Leg one, Leg other) {
        if (one.partner == other) {
            hangsUp(one);
        }
    }

    /** The other one has left: whoever remains asks on. */
    private void alone(Leg leg) {
        if (leg.over) {
            return;
        }
        if (leg == john) {
            if (dialTurn == turn) {
                knocks(turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, null, 9));
            } else {
                dequeued(DequeueOutcome.TALKED);
            }
        } else if (leg.child && leg.then == null) {
            ends(leg, "completed"); // a leg of a Dial has nothing of its own
        } else {
            goesOn(leg, "true");
        }
    }

    private void goesOn(Leg leg, String bridged) {
        String then = leg.then;
        leg.place++;
        leg.fetches = null;
        leg.then = null;
        ask(leg, then, Map.of("DialBridged", bridged, "CallStatus", "in-progress"));
    }

    private void hangsUp(Leg leg) {
        if (!leg.over) {
            what += leg.key + "↓ ";
            ends(leg, "completed");
        }
    }

    private void ends(Leg leg, String status) {
        if (leg.over) {
            return;
        }
        leg.over = true;
        String then = leg.then;
        leg.leaves();
        if (leg == john) {
            legs.values().stream().filter(other -> other.child && !other.over && other.then == null && other.queue == null && other.fetches == null && other.place == 0).toList()
                    .forEach(other -> ends(other, "completed"));
            if (!(foul && chaos.nextInt(4) == 0)) {
                later(foul ? chaos.nextInt(10) : 0, () -> desk.ends(call));
            }
        } else {
            tell(leg, status);
            if (then != null && chaos.nextBoolean()) {
                String mentioned = then; // the carrier tells, and does not listen; whether it says that the leg is over is its secret
                desk.asking.knocks(mentioned, leg.sid, Map.of("CallStatus", foul && chaos.nextInt(4) == 0 ? "in-progress" : "completed", "DialBridged", "true"));
            }
        }
    }

    // ---- the caller ----------------------------------------------------------------------------------------------------------------

    private void knocks(int number, java.util.function.Function<Instant, CallEvent> event) {
        int place = john.place;
        later(foul ? chaos.nextInt(4) : 0, () -> {
            Spoken first = desk.knocks(call, number, event);
            Spoken answer = foul && chaos.nextInt(6) == 0 ? desk.knocks(call, number, event) : first;
            if (!john.over && john.place == place) {
                hears(answer);
            }
        });
    }

    private void dequeued(DequeueOutcome how) {
        knocks(turn, now -> new CallEvent.Dequeued(now, how, null));
    }

    private void hears(Spoken spoken) {
        turn = spoken.nextTurn();
        ringsOrRecords = false;
        switch (spoken.last()) {
            case Verb.Park park -> {
                john.queue = park.queue();
                john.waits = park.door() + "/" + turn;
                joined(john);
                hearsOn(john);
            }
            case Verb.Dial dial -> rings(dial);
            case Verb.Record recording -> {
                ringsOrRecords = true;
                int number = turn;
                int place = john.place;
                later(9, () -> {
                    if (!john.over && john.place == place) {
                        knocks(number, now -> new CallEvent.RecordingEnded(now, "RE" + call.substring(2), 8, false));
                    }
                });
            }
            case Verb.HangUp end -> ends(john, "completed");
            default -> throw new AssertionError(spoken.toString());
        }
    }

    private void rings(Verb.Dial dial) {
        ringsOrRecords = true;
        dialTurn = turn;
        int number = turn;
        int place = john.place;
        String key = dial.targets().getFirst().key();
        Leg child = new Leg("CB" + call.substring(2) + "%02d".formatted(made++), key, true);
        legs.put(child.sid, child);
        tell(child, "ringing");
        boolean answers = tom == null || people.nextInt(3) > 0 && legs.values().stream().noneMatch(other -> other != child && other.key.equals(key) && !other.over);
        later(answers ? 3 + people.nextInt(8) : dial.seconds(), () -> {
            if (john.over || john.place != place || child.over) {
                ends(child, "canceled");
            } else if (answers) {
                talks(child);
            } else {
                child.over = true;
                tell(child, "no-answer");
                knocks(number, now -> new CallEvent.DialEnded(now, DialOutcome.NO_ANSWER, null, 0));
            }
        });
    }

    private void talks(Leg child) {
        child.answered = true;
        child.partner = john;
        john.partner = child;
        what += child.key + " ";
        tell(child, "in-progress");
        if (tom == null) {
            tom = child;
            later(15, this::asks);
        } else {
            later(10 + people.nextInt(30), () -> hangsUpIf(child, john));
        }
    }

    // ---- people ---------------------------------------------------------------------------------------------------------------------

    private void asks() {
        if (john.over || tom.over || tom.partner != john || !does(() -> desk.transfers.transfer(call, new TransferCall.Wish(2L, null, null, null, null, true)))) {
            later(600, () -> hangsUp(tom));
            return;
        }
        what += "asks ";
        for (int i = 0; i < 3; i++) {
            int action = people.nextInt(5);
            later(people.nextInt(70), () -> {
                switch (action) {
                    case 0 -> hangsUp(tom);
                    case 1 -> does(() -> desk.transfers.connect(call));
                    case 2 -> does(() -> desk.transfers.takeBack(call));
                    default -> { }
                }
            });
        }
        later(500, () -> hangsUp(tom));
    }

    private boolean does(Runnable click) {
        try {
            desk.own.run(click);
            return true;
        } catch (TransferRefused tooLate) {
            return false;
        }
    }

    private void keys(Leg leg, String keyed) {
        int key = people.nextInt(8);
        int place = leg.place;
        later(2, () -> {
            if (leg.over || leg.place != place) {
                return;
            }
            if (key == 0) {
                ends(leg, "completed"); // a voicemail
            } else {
                what += "ann" + (key == 1 ? "*" : "!") + " ";
                ask(leg, keyed, Map.of("Digits", key == 1 ? "*" : "1"));
            }
        });
    }

    // ---- what the carrier is told -----------------------------------------------------------------------------------------------------

    @Override
    public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        Leg leg = new Leg("CC" + call.substring(2) + "%02d".formatted(made++), "ann", false);
        legs.put(leg.sid, leg);
        boolean answers = people.nextInt(5) > 0;
        String path = script.getPath().substring(1);
        later(1, () -> tell(leg, "ringing"));
        later(answers ? 3 + people.nextInt(15) : ringSeconds, () -> {
            if (!leg.over && answers) {
                leg.answered = true;
                tell(leg, "in-progress");
                ask(leg, path, Map.of());
            } else if (!leg.over) {
                ends(leg, "no-answer");
            }
        });
        later(700, () -> hangsUp(leg));
        if (foul && chaos.nextInt(10) == 0) {
            throw new CarrierUnreachable("read timed out", true, null);
        }
        return new CallId(leg.sid);
    }

    @Override
    public List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since) {
        return legs.values().stream().filter(leg -> leg.sid.startsWith("CC")).map(this::seen).toList();
    }

    @Override
    public void redirect(String account, CallId id, URI script) {
        weather(false);
        Leg leg = legs.get(id.sid());
        if (leg.over || !leg.answered) {
            throw new CarrierRefused(21220, "Call is not in-progress. Cannot redirect.");
        }
        if (leg == john) {
            boolean parked = john.queue != null || john.partner != null && dialTurn != turn;
            boolean dialling = john.partner != null && dialTurn == turn || ringsOrRecords;
            int number = turn;
            john.leaves();
            if (parked) {
                desk.knocks(call, number, now -> new CallEvent.Dequeued(now, DequeueOutcome.MOVED, null)); // its answer is ignored
            } else if (dialling) {
                desk.knocks(call, number, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, null, 9));
            }
            int place = john.place;
            later(foul ? chaos.nextInt(3) : 0, () -> {
                if (!john.over && john.place == place) {
                    hears(desk.resumes(call));
                }
            });
        } else {
            String path = script.getPath().substring(1);
            leg.leaves();
            ask(leg, path, Map.of());
        }
        weather(true);
    }

    @Override
    public void end(String account, CallId id) {
        weather(false);
        ends(legs.get(id.sid()), "completed");
        weather(true);
    }

    private void weather(boolean done) {
        if (foul && chaos.nextInt(12) == 0) {
            throw new CarrierUnreachable(done ? "read timed out" : "connect timed out", done, null);
        }
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId id) {
        return Optional.ofNullable(legs.get(id.sid())).map(this::seen);
    }

    @Override
    public List<CarrierCall> legs(String account, CallId id) {
        return legs.values().stream().filter(leg -> leg.child).map(this::seen).toList();
    }

    private CarrierCall seen(Leg leg) {
        return new CarrierCall(new CallId(leg.sid), leg.over ? leg.answered ? "completed" : "no-answer" : leg.answered ? "in-progress" : "ringing", leg.over, leg.over && leg.answered ? 9 : 0);
    }

    @Override
    public List<Tape> of(String account, CallId id) {
        return new ArrayList<>();
    }

    @Override
    public AccountState account() {
        throw new AssertionError("nobody asks");
    }

    @Override
    public String send(String account, PhoneNumber from, PhoneNumber to, String body) {
        throw new AssertionError("nobody texts");
    }

    @Override
    public void fetch(String account, String recordingUrl, Reader reader) {
        throw new AssertionError("nobody fetches");
    }

    @Override
    public void delete(String account, String recording) {
        throw new AssertionError("nobody deletes");
    }

    /** Who the leg of a caller is, for reading failures. */
    LegId toms() {
        return new LegId(tom.sid);
    }
}
