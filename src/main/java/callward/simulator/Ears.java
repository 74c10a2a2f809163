package callward.simulator;

/** What the carrier listens for while it speaks. */
record Ears(boolean keys, boolean words) {

    static final Ears CLOSED = new Ears(false, false);
}
