package callward.settings;

/** Reads something from the database ahead of those who need it at once, such as calls: most keep it in a {@link Snapshot}. */
public interface KeptInMemory {

    /** For the log. */
    String what();

    /** Reads all of it, whatever is known of changes. Throws when it cannot be read; what was read before serves on. */
    void readAgain();
}
