package callward.settings;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** What the database says to the later of two who write down the same key at the same moment: neither could see the other's. */
public final class Duplicate {

    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicate() { }

    /** Whether that is why writing failed. */
    public static boolean is(PersistenceException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && UNIQUE_VIOLATION.equals(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
