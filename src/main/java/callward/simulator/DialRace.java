package callward.simulator;

import java.util.ArrayList;
import java.util.List;

/** The legs that ring for one {@code <Dial>} at the same time: the first to be picked up wins, the others stop ringing. */
final class DialRace {

    private final SimulatedCall caller;
    private final Taping taping;
    private final List<SimulatedCall> runners = new ArrayList<>();
    private SimulatedCall winner;

    DialRace(SimulatedCall caller, Taping taping) {
        this.caller = caller;
        this.taping = taping;
    }

    synchronized void add(SimulatedCall runner) {
        runners.add(runner);
    }

    synchronized boolean isWonBy(SimulatedCall runner) {
        if (winner == null) {
            winner = runner;
            runners.stream().filter(other -> other != runner).forEach(other -> other.post(new LegEvent.Ended(CallStatus.CANCELED)));
        }
        return winner == runner;
    }

    synchronized SimulatedCall winner() {
        return winner;
    }

    /** The called party has listened to the end of its whisper: the two hear each other. */
    Bridge connect(SimulatedCall runner) {
        var bridge = new Bridge(caller, runner, taping);
        caller.post(new LegEvent.ChildReady(runner, bridge));
        return bridge;
    }

    void lost(SimulatedCall runner) {
        caller.post(new LegEvent.ChildOver(runner));
    }

    /** It was moved elsewhere: whatever becomes of the caller is nothing to it any more. */
    synchronized void left(SimulatedCall runner) {
        runners.remove(runner);
        lost(runner);
    }

    /** Stops every leg: those that ring with the given status, one that was picked up with "completed". */
    synchronized void stop(CallStatus ringing) {
        runners.forEach(runner -> runner.post(new LegEvent.Ended(runner.isAnswered() ? CallStatus.COMPLETED : ringing)));
    }

    synchronized List<SimulatedCall> runners() {
        return List.copyOf(runners);
    }
}
