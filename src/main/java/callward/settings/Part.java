package callward.settings;

/** A part of the product that can be up or down. Each room brings its own; the status page and the health checks ask them all. */
public interface Part {

    /** Short and fixed: {@code database}, {@code push}, {@code mail}, {@code carrier}, {@code url}, … A message key of the console. */
    String name();

    /** Whether no call can be served without it: then the server is not ready while it is down. */
    default boolean essential() {
        return false;
    }

    /** Looks, for a few seconds at most; an exception counts as down. */
    State state();

    /** @param reason when it is down: what is wrong and what to do; else what is worth knowing, or empty */
    record State(boolean online, String reason) {

        public static State up(String note) {
            return new State(true, note);
        }

        public static State down(String reason) {
            return new State(false, reason);
        }
    }
}
