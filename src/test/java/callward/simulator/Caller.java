package callward.simulator;

/** A person in a test who has dialled a number of the account. */
public final class Caller extends LineEnd<Caller> {

    private final SimulatedCall call;

    Caller(Town town, SimulatedCall call) {
        super(town);
        this.call = call;
    }

    @Override
    SimulatedCall call() {
        return call;
    }

    @Override
    Caller self() {
        return this;
    }

    @Override
    public String toString() {
        return "caller " + call.from;
    }
}
