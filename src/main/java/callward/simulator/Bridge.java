package callward.simulator;

/** Two legs that hear each other. */
final class Bridge {

    private final SimulatedCall one;
    private final SimulatedCall other;
    private final Taping taping;
    private boolean over;

    Bridge(SimulatedCall one, SimulatedCall other, Taping taping) {
        this.one = one;
        this.other = other;
        this.taping = taping;
    }

    void says(SimulatedCall speaker, LegEvent.Spoke what) {
        taping.add(what);
        partner(speaker).note(Heard.Kind.VOICE, what.text());
    }

    void presses(SimulatedCall presser, char key) {
        partner(presser).note(Heard.Kind.KEYS, String.valueOf(key));
    }

    SimulatedCall partner(SimulatedCall call) {
        return call == one ? other : one;
    }

    Taping taping() {
        return taping;
    }

    /** One of the two goes; the other is told, once. */
    synchronized void leave(SimulatedCall leaver) {
        if (!over) {
            over = true;
            partner(leaver).post(new LegEvent.PartnerLeft(this));
        }
    }
}
