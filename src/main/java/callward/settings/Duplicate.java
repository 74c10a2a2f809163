package callward.settings;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** What the database says to the later of two who write down the same key at the same moment: neither could see the other's. */
public final class Duplicate {

    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicate() { }

    /**
     * Writes down what waits to be written, while there is still somebody to be told that it cannot be.
     *
     * @param taken what the later one is told
     */
    public static void refused(EntityManager entities, Supplier<? extends RuntimeException> taken) {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw is(e) ? taken.get() : e;
        }
    }

    private static boolean is(PersistenceException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && UNIQUE_VIOLATION.equals(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
