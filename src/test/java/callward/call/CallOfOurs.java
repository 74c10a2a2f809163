package callward.call;

import callward.call.Desk.Spoken;
import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.Verb;
import callward.outgoing.GivenOutgoing;
import callward.phone.CallId;
import callward.phone.LegId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One that Ann makes: she is rung, presses a key, and John is. */
final class CallOfOurs extends CallInWeather {

    private static final String CALL = "CAplaced1";
    private static final String LEG = "CAjohn";

    private final int own = people.nextInt(10);
    private final int keys = people.nextInt(10);
    private final int john = people.nextInt(10);
    private final int talk = people.nextInt(200);
    private final GivenOutgoing outgoing;
    private boolean begun;

    CallOfOurs(long seed, Weather.Kind kind) {
        super(CALL, seed, kind, Desk.script());
        outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        desk.observers.add(outgoing::hears);
    }

    @Override
    void begins() {
        desk.own.call(outgoing::wants);
        if (weather.kind == Weather.Kind.MANY_LOST && weather.strikes(3)) {
            answerGetsLost();
        }
        desk.orders.look();
    }

    @Override
    String outcome() {
        return desk.state(CALL) + " " + news() + " rung=" + rung() + " calls=" + desk.value("select count(*)::text from callward.call") + " open=" + openLegs()
                + " " + outgoing.latest().state();
    }

    @Override
    void rings(CallId id) {
        begun = true;
        own("initiated", 0);
        own("ringing", 1);
        later(Duration.ofSeconds(6), () -> {
            if (own < 8) {
                own("in-progress", 2);
                ask(true, () -> desk.picksUp(CALL, desk.value("select token from callward.outgoing"), outgoing.calls));
            } else {
                hangUp(own == 8 ? "busy" : "no-answer");
            }
        });
    }

    @Override
    void perform(Spoken spoken) {
        switch (spoken == null ? new Verb.HangUp() : spoken.last()) {
            case Verb.Gather gather -> later(Duration.ofSeconds(3), () -> ask(true, () -> desk.knocks(CALL, spoken.nextTurn(),
                    at -> keys == 0 ? new CallEvent.Silent(at) : new CallEvent.Entered(at, keys == 1 ? "*" : "" + keys))));
            case Verb.Dial dial -> johnsRings(spoken.nextTurn());
            default -> later(Duration.ofSeconds(2), () -> hangUp("completed"));
        }
    }

    private void johnsRings(int turn) {
        leg("initiated", 0);
        leg("ringing", 1);
        later(Duration.ofSeconds(7), () -> {
            if (john < 6) {
                leg("in-progress", 2);
                later(Duration.ofSeconds(10 + talk), () -> hangsUp(turn));
            } else {
                dialled(turn, john == 6 ? "busy" : "no-answer", john == 6 ? DialOutcome.BUSY : DialOutcome.NO_ANSWER);
            }
        });
    }

    private void hangsUp(int turn) {
        if (talk % 2 == 0) {
            leg("completed", 3);
            hangUp("completed");
            weather.tells(() -> desk.mentions(CALL, turn, at -> new CallEvent.DialEnded(at, DialOutcome.ANSWERED, new LegId(LEG), 10)));
        } else {
            dialled(turn, "completed", DialOutcome.ANSWERED);
        }
    }

    private void dialled(int turn, String status, DialOutcome outcome) {
        leg(status, 3);
        ask(false, () -> desk.knocks(CALL, turn, at -> new CallEvent.DialEnded(at, outcome, new LegId(LEG), outcome == DialOutcome.ANSWERED ? 10 : 0)));
    }

    private void leg(String status, int sequence) {
        leg(new LegNews(new CallId(CALL), new LegId(LEG), "_1555", Desk.JOHN, status, sequence, now()));
    }

    private void own(String status, int sequence) {
        Instant at = now();
        LegNews news = new LegNews(new CallId(CALL), new LegId(CALL), null, GivenOutgoing.DESK, status, sequence, at);
        Optional<CallEnding> ending = LegState.of(status).over() ? Optional.of(new CallEnding(new CallId(CALL), status, 9, at, "placed", Map.of())) : Optional.empty();
        long order = Long.parseLong(desk.value("select order_id::text from callward.outgoing"));
        weather.tells(() -> desk.own.run(() -> desk.placed.moved(order, news, ending, "placed")));
    }

    @Override
    void tellsEnd(String status) {
        own(status, 3);
    }

    @Override
    boolean isAnswered() {
        return begun;
    }
}
