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

    /** @param reason when it is down: what is wrong and what to do; else what is worth knowing, or nothing */
    record State(boolean online, Saying reason) {

        public static State up() {
            return new State(true, Saying.NOTHING);
        }

        /** @param note a message key, with what goes into its sentence */
        public static State up(String note, Object... values) {
            return new State(true, Saying.of(note, values));
        }

        /** @param reason a message key, with what goes into its sentence */
        public static State down(String reason, Object... values) {
            return new State(false, Saying.of(reason, values));
        }
    }
}
