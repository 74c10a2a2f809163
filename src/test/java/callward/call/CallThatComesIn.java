package callward.call;

import callward.call.Desk.Spoken;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.RingStrategy;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One that comes in: it walks through a script, rings, is sent on, leaves a message, as its caller and our people do. */
final class CallThatComesIn extends CallInWeather {

    private final Map<Integer, Integer> answers = new HashMap<>();
    private final boolean patient;
    private final Map<String, Integer> rung = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    /** Legs of telephones that ask. */
    private final Set<String> asks = new HashSet<>();
    private int texts;
    /** Every leg there was, and whose telephone it rings. */
    private final Map<String, String> ringing = new LinkedHashMap<>();
    private String talking;
    /** What the carrier tells when a caller is moved away from a talk. */
    private Runnable left;
    private boolean sentOn;
    private int transfers;

    /** @param group a group is rung whose telephones ask, rather than one telephone after another */
    CallThatComesIn(long seed, Weather.Kind kind, boolean group) {
        super("CA" + "%016x".formatted(seed) + "%016x".formatted(kind.ordinal()), seed, kind, group ? Desk.groupScript() : Desk.script());
        for (int i = 0; i < 12; i++) {
            answers.put(i, people.nextInt(1_000));
        }
        patient = people.nextInt(4) > 0;
        desk.group = Desk.everybody(RingStrategy.values()[people.nextInt(RingStrategy.values().length)]);
    }

    @Override
    void begins() {
        begins(() -> desk.arrives(call));
    }

    @Override
    String outcome() {
        return desk.state(call) + " " + news() + " rung=" + rung + " texts=" + texts + " sentOn=" + transfers + " open=" + openLegs() + " customer="
                + desk.value("select customer_name from callward.call where id = ?", call);
    }

    // ---- the call ------------------------------------------------------------------------------------------------------

    // ---- the caller --------------------------------------------------------------------------------------------------------------

    @Override
    void perform(Spoken spoken) {
        int turn = spoken.nextTurn();
        switch (spoken.last()) {
            case Verb.Gather gather -> later(Duration.ofSeconds(3), () -> input(turn, gather));
            case Verb.Dial dial when dial.accept() != null -> ringAll(turn, dial);
            case Verb.Dial dial -> ring(turn, dial.targets().getFirst().key(), dial.seconds());
            case Verb.Record record -> message(turn);
            default -> later(Duration.ofSeconds(2), this::hangUp);
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
            hangUp();
        } else if (drawn % 7 == 0) {
            later(Duration.ofSeconds(gather.seconds()), () -> ask(true, () -> desk.knocks(call, turn, CallEvent.Silent::new)));
        } else {
            String keys = "" + (1 + drawn % 4);
            ask(true, () -> desk.knocks(call, turn, now -> new CallEvent.Entered(now, keys)));
        }
    }

    private void message(int turn) {
        int drawn = draw("message");
        int seconds = drawn % 5 == 0 ? 0 : 3 + drawn % 20;
        later(Duration.ofSeconds(5 + seconds), () -> recorded(turn, seconds, drawn % 3 == 0));
    }

    private void recorded(int turn, int seconds, boolean hangsUp) {
        String recording = "RE" + call.substring(2, 18) + tapes.size();
        if (seconds > 0) {
            tapes.add(new Tape(recording, "https://api.twilio.com/" + recording, seconds, true));
            weather.tells(() -> desk.own.run(() -> desk.switchboard.recording(
                    new RecordingNews(new CallId(call), recording, "https://api.twilio.com/" + recording, seconds, true, false, now()), "recording")));
        }
        Function<Instant, CallEvent> event = now -> new CallEvent.RecordingEnded(now, seconds > 0 ? recording : null, seconds, hangsUp);
        if (hangsUp) {
            hangUp();
            mentions(turn, event);
        } else {
            ask(false, () -> desk.knocks(call, turn, event));
        }
    }

    private void hangUp() {
        hangUp("completed");
    }

    /** He hangs up while something goes on: the carrier tells how that came out, and wants no answer. */
    private void mentions(int turn, Function<Instant, CallEvent> event) {
        weather.tells(() -> desk.mentions(call, turn, event));
    }

    @Override
    void tellsEnd(String status) {
        Instant at = now();
        weather.tells(() -> desk.own.run(() -> desk.switchboard.ended(new CallEnding(new CallId(call), status, 1, at, "ended", Map.of()))));
    }

    // ---- telephones --------------------------------------------------------------------------------------------------------------

    private String rings(String key) {
        rung.merge(key, 1, Integer::sum);
        String leg = call + "L" + key + rung.get(key);
        ringing.put(leg, key);
        comes(leg, "initiated", 0);
        comes(leg, "ringing", 1);
        return leg;
    }

    private void comes(String leg, String status, int sequence) {
        if (LegState.of(status).over()) {
            talking = leg.equals(talking) ? null : talking;
        }
        String key = ringing.get(leg);
        leg(new LegNews(new CallId(call), new LegId(leg), key, Desk.address(key), status, sequence, now(), asks.contains(leg)));
    }

    private void ring(int turn, String key, int seconds) {
        String leg = rings(key);
        int drawn = draw(key);
        switch (drawn % 5) {
            case 0, 1 -> later(Duration.ofSeconds(7), () -> talk(turn, leg, drawn));
            case 2 -> later(Duration.ofSeconds(2), () -> dialled(turn, leg, "busy", DialOutcome.BUSY));
            default -> {
                if (!patient && key.equals("ann")) {
                    later(Duration.ofSeconds(9), () -> givesUp(turn));
                } else {
                    later(Duration.ofSeconds(seconds + drawn % 5), () -> dialled(turn, leg, "no-answer", DialOutcome.NO_ANSWER));
                }
            }
        }
    }

    /** All ring at once; the first who picks up is asked, the others are stopped. */
    private void ringAll(int turn, Verb.Dial dial) {
        Map<String, String> legs = new LinkedHashMap<>();
        dial.targets().forEach(target -> {
            asks.add(call + "L" + target.key() + (rung.getOrDefault(target.key(), 0) + 1));
            legs.put(target.key(), rings(target.key()));
        });
        Optional<String> first = legs.keySet().stream().filter(key -> Set.of(0, 1, 3, 4).contains(draw(key) % 6)).findFirst();
        if (first.isPresent()) {
            later(Duration.ofSeconds(6), () -> {
                legs.forEach((key, leg) -> comes(leg, key.equals(first.get()) ? "in-progress" : "canceled", 2));
                isOffered(turn, legs.get(first.get()), first.get());
            });
        } else if (!patient) {
            later(Duration.ofSeconds(9), () -> givesUp(turn));
        } else {
            boolean busy = legs.keySet().stream().allMatch(key -> draw(key) % 6 == 2);
            String last = List.copyOf(legs.values()).getLast();
            later(Duration.ofSeconds(busy ? 2 : dial.seconds() + 3), () -> {
                legs.values().stream().filter(leg -> !leg.equals(last)).forEach(leg -> comes(leg, busy ? "busy" : "no-answer", 2));
                dialled(turn, last, busy ? "busy" : "no-answer", busy ? DialOutcome.BUSY : DialOutcome.NO_ANSWER);
            });
        }
    }

    /** The caller has waited long enough. */
    private void givesUp(int turn) {
        String last = ringing.keySet().stream().filter(leg -> at(leg).equals("ringing")).reduce((one, other) -> other).orElseThrow();
        hangUp();
        mentions(turn, now -> new CallEvent.DialEnded(now, DialOutcome.CANCELED, new LegId(last), 0));
    }

    private void isOffered(int turn, String leg, String key) {
        int drawn = draw(key);
        Runnable declines = () -> hangsUp(turn, leg, key);
        fetch(declines, () -> desk.picksUp(call, leg, key, turn), whisper -> {
            if (drawn % 6 == 1 && !patient) {
                later(Duration.ofSeconds(1), () -> givesUpOnOne(turn, leg));
            } else if (drawn % 6 == 3 || !(whisper instanceof Whisper.Ask)) {
                later(Duration.ofSeconds(5), declines);
            } else {
                later(Duration.ofSeconds(2), () -> fetch(declines, () -> desk.presses(call, leg, key, turn, drawn % 6 == 4 ? "*" : "1", 1), answer -> {
                    if (answer instanceof Whisper.Connect) {
                        talk(turn, leg, drawn);
                    } else {
                        declines.run();
                    }
                }));
            }
        });
    }

    /** The caller is gone while somebody is asked whether he takes the call. */
    private void givesUpOnOne(int turn, String leg) {
        hangUp();
        mentions(turn, now -> new CallEvent.DialEnded(now, DialOutcome.SILENT, new LegId(leg), 0));
    }

    /** Without a bridge; some carriers do not tell. */
    private void hangsUp(int turn, String leg, String key) {
        dialled(turn, leg, "completed", draw(key) % 2 == 0 ? DialOutcome.SILENT : DialOutcome.ANSWERED);
    }

    /** A document for a telephone that was picked up. @param without one the carrier hangs it up */
    private void fetch(Runnable without, Supplier<Whisper> request, Consumer<Whisper> then) {
        Whisper[] heard = new Whisper[1];
        Runnable goesOn = asLongAsItGoesOnSo(() -> then.accept(heard[0]));
        boolean arrives = weather.asks(() -> {
            heard[0] = request.get();
            goesOn.run();
        }, request::get);
        if (!arrives) {
            goesAnotherWay();
            later(Weather.WAITS, without);
        }
    }

    private void talk(int turn, String leg, int drawn) {
        talking = leg;
        comes(leg, "in-progress", 2);
        // its answer is ignored
        left = () -> weather.tells(() -> desk.knocks(call, turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(leg), 10)));
        if (drawn % 7 < 4 && !sentOn) {
            later(Duration.ofMillis(drawn % 2 == 0 ? 5_000 : 1_000L * (10 + drawn % 200) - 300), () -> sendOn(drawn));
        }
        later(Duration.ofSeconds(10 + drawn % 200), () -> {
            if (drawn % 2 == 0) {
                hangUp();
                mentions(turn, now -> new CallEvent.DialEnded(now, DialOutcome.ANSWERED, new LegId(leg), 10));
            } else {
                dialled(turn, leg, "completed", DialOutcome.ANSWERED);
            }
        });
    }

    /** Once in a call, whoever talks sends the caller on. He cannot where news that he has picked up got lost: his desk shows no talk. */
    private void sendOn(int drawn) {
        boolean toMailbox = drawn % 3 == 0;
        sentOn = true;
        try {
            desk.sendsOn(call, toMailbox ? null : 2L, null, toMailbox ? "support" : null);
            transfers++;
        } catch (TransferRefused unseen) {
            goesAnotherWay();
        }
    }

    private void dialled(int turn, String leg, String status, DialOutcome outcome) {
        comes(leg, status, 3);
        ask(false, () -> desk.knocks(call, turn, now -> new CallEvent.DialEnded(now, outcome, new LegId(leg), outcome == DialOutcome.ANSWERED ? 10 : 0)));
    }

    /** Whatever rings stops; whoever talked is hung up on, and how that came out is told. */
    @Override
    void isMoved() {
        boolean talked = talking != null;
        ringing.keySet().stream().filter(leg -> !LegState.of(at(leg)).over()).toList()
                .forEach(leg -> comes(leg, LegState.of(at(leg)) == LegState.ANSWERED ? "completed" : "canceled", 3));
        if (talked && !isOver()) {
            left.run();
        }
    }

    // ---- what we ask it ----------------------------------------------------------------------------------------------------------

    @Override
    public String send(String account, PhoneNumber from, PhoneNumber to, String body) {
        texts++;
        return "SM" + texts;
    }
}
