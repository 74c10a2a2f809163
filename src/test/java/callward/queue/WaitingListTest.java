package callward.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import callward.call.Sql;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.queue.WaitingList.Waiting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits, as the board shows it, against a real database. */
class WaitingListTest {

    private final WaitingList list = Wired.with(Wired.with(TestDatabase.get()).bean(Sql.class)).bean(WaitingList.class);

    @BeforeEach
    void nobody_waits() {
        TestDatabase.empty();
    }

    @Test
    void the_group_is_called_as_people_call_it_and_programs_get_its_key() {
        TestDatabase.run("""
                insert into callward.ring_group (key, name, strategy, seconds_each, seconds_total, rounds, asks, decline_key, silence_seconds, drops_members,
                    unskilled_last, announce_seconds, most_waiting, longest_seconds)
                values ('support-2', 'Support, second floor', 'ALL', 20, 60, 1, true, '*', 5, false, false, 30, 10, 600)""");
        waits("CA1", "support-2");
        Waiting one = list.all().getFirst();
        assertEquals("support-2", one.group());
        assertEquals("Support, second floor", one.groupName());
    }

    @Test
    void who_waits_for_a_group_that_is_gone_is_shown_all_the_same() {
        waits("CA1", "gone");
        assertEquals(List.of("gone"), list.all().stream().map(Waiting::group).toList());
        assertNull(list.all().getFirst().groupName());
    }

    private static void waits(String call, String group) {
        TestDatabase.call(call);
        TestDatabase.run("insert into callward.queue_place (call_id, group_key, state, hears, joined_at, due_at, look_at) values (?, ?, 'WAITING', '{}', now(), now(), now())",
                call, group);
    }
}
