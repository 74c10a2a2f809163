package callward.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two who wait for each other would wait for ever, so the database gives up one of them: all that he wrote is undone, and the other goes on. Whoever
 * was given up comes again, once, and finds what the other has left.
 */
public final class OnceMore {

    private static final Logger LOG = System.getLogger(OnceMore.class.getName());
    private static final String DEADLOCK = "40P01";
    private static final String NOT_SERIALIZABLE = "40001";
    private static final Set<String> GIVEN_UP = Set.of(DEADLOCK, NOT_SERIALIZABLE);
    /** Whoever comes again at once may be faster than the other, who is only waking up, and meets him a second time. */
    private static final long PAUSE_MILLIS = 250;

    private OnceMore() { }

    /** @param work begins its own transactions, and does nothing that outlives their being undone */
    public static <T> T of(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!isGivenUp(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "given up by the database, comes again: {0}", LogText.of(cause(e)));
            letTheOtherGoOn();
            return work.get();
        }
    }

    /** Like {@link #of}. */
    public static void run(Runnable work) {
        of(() -> {
            work.run();
            return null;
        });
    }

    private static void letTheOtherGoOn() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it failed because of somebody else who did something at the same moment: the same again may do. */
    public static boolean isGivenUp(Throwable problem) {
        return causes(problem).anyMatch(cause -> cause instanceof SQLException sql && sql.getSQLState() != null && GIVEN_UP.contains(sql.getSQLState()));
    }

    private static String cause(Throwable problem) {
        return causes(problem).reduce((outer, inner) -> inner).map(Throwable::getMessage).orElse("");
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause).limit(20); // who is his own cause has no end
    }
}
