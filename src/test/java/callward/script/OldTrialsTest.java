package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.TestDatabase;
import callward.house.TestEntities;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldTrialsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(86_401);
    private static final Instant FRESH = NOW.minusSeconds(86_399);
    private static final Supplier<List<String>> KEPT = () -> TestDatabase.column("select number from callward.script_revision order by number");

    private final TestEntities entities = TestEntities.open();
    private final Scripts scripts = new Scripts();

    @BeforeEach
    void a_script_whose_draft_was_saved_five_times() {
        TestDatabase.empty();
        scripts.entities = entities.manager();
        scripts.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        TestDatabase.run("insert into callward.script (name, created_at) values ('Tried', now())");
        TestDatabase.run("insert into callward.script_draft (script_id, version, steps, changed_at) values (1, 5, '{\"steps\":[]}', now())");
    }

    @Test
    void trials_older_than_a_day_that_no_call_needs_are_deleted() {
        revision(-1, true, OLD);
        revision(-2, true, FRESH);
        assertEquals(1, forget());
        assertEquals(List.of("-2"), KEPT.get());
        assertEquals(0, forget());
    }

    @Test
    void what_a_call_walked_through_stays_with_its_record() {
        revision(-1, true, OLD);
        TestDatabase.call("CA1");
        TestDatabase.run("update callward.call set revision_id = (select id from callward.script_revision where number = -1)");
        assertEquals(0, forget());
        assertEquals(List.of("-1"), KEPT.get());
    }

    @Test
    void the_trial_of_the_draft_as_it_stands_and_what_was_published_stay() {
        revision(-5, true, OLD);
        revision(1, false, OLD);
        assertEquals(0, forget());
        assertEquals(List.of("-5", "1"), KEPT.get());
    }

    @Test
    void what_another_node_deletes_now_is_not_waited_for() throws Exception {
        revision(-1, true, OLD);
        try (var other = TestDatabase.get().getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("delete from callward.script_revision where number = -1");
            assertEquals(0, forget());
            other.commit();
        }
        assertEquals(List.of(), KEPT.get());
    }

    private int forget() {
        return entities.once(scripts::forgetTrials);
    }

    private static void revision(int number, boolean trial, Instant at) {
        TestDatabase.run("insert into callward.script_revision (script_id, number, steps, published_at, trial) values (1, ?, '{}', ?, ?)",
                number, at.atOffset(ZoneOffset.UTC), trial);
    }
}
