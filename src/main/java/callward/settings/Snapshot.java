package callward.settings;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What was read from the database and is kept in memory, so that a call asks no database. What was read before a change is never taken for
 * newer than the change; while the database is away, it serves all the same.
 *
 * @param <T> a value
 */
public final class Snapshot<T> {

    /** @param change the last one that it can know of */
    private record Kept<T>(long change, T value) { }

    private final Supplier<T> read;
    private final AtomicLong changes = new AtomicLong();
    private volatile Kept<T> kept;

    public Snapshot(Supplier<T> read) {
        this.read = read;
    }

    /**
     * As it was read after the last change. Everybody who comes after a change reads it himself: who waited for another one's reading would go
     * by the old state meanwhile. Throws what reading throws when it cannot be read, and never was.
     */
    public T get() {
        Kept<T> known = kept;
        if (known != null && known.change() == changes.get()) {
            return known.value();
        }
        try {
            return refresh();
        } catch (RuntimeException databaseAway) {
            if (known == null) {
                throw databaseAway;
            }
            return known.value();
        }
    }

    /** Reads it again, whatever is known of changes: another node may have made one. Throws what reading throws. */
    public T refresh() {
        long change = changes.get();
        T value = read.get();
        kept = new Kept<>(change, value);
        return value;
    }

    /** Only marks it: after a commit a server may refuse connections. */
    public void changed() {
        changes.incrementAndGet();
    }
}
