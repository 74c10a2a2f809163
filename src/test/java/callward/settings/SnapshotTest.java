package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final Deque<Supplier<String>> database = new ArrayDeque<>();
    private final Snapshot<String> snapshot = new Snapshot<>(() -> database.removeFirst().get());

    @Test
    void it_is_read_once_and_again_after_a_change() {
        database.addAll(List.of(() -> "one", () -> "two"));
        assertEquals("one one", snapshot.get() + " " + snapshot.get());
        snapshot.changed();
        assertEquals("two two", snapshot.get() + " " + snapshot.get());
    }

    @Test
    void what_was_read_while_it_changed_is_not_taken_for_the_change() {
        database.add(() -> {
            snapshot.changed(); // committed after the reading had begun
            return "old";
        });
        database.add(() -> "new");
        assertEquals("old", snapshot.get());
        assertEquals("new", snapshot.get());
    }

    @Test
    void a_slow_reading_does_not_hide_a_newer_one() {
        database.add(() -> {
            snapshot.changed();
            assertEquals("new", snapshot.get()); // another one's, that comes and goes meanwhile
            return "old";
        });
        database.add(() -> "new");
        database.add(() -> "new");
        snapshot.get();
        assertEquals("new", snapshot.get());
    }

    @Test
    void while_it_cannot_be_read_what_was_read_before_serves() {
        database.add(() -> {
            throw new IllegalStateException("database away");
        });
        assertThrows(IllegalStateException.class, snapshot::get);
        database.add(() -> "one");
        assertEquals("one", snapshot.get());
        snapshot.changed();
        database.add(() -> {
            throw new IllegalStateException("database away");
        });
        assertEquals("one", snapshot.get());
        database.add(() -> "two");
        assertEquals("two", snapshot.get());
    }

    @Test
    void another_nodes_change_is_seen_when_it_is_read_again() {
        database.addAll(List.of(() -> "one", () -> "two"));
        snapshot.get();
        assertEquals("two", snapshot.refresh());
        assertEquals("two", snapshot.get());
    }
}
