package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.TestDatabase;
import callward.house.Wired;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When each telephone was talked on last, as the calls' rows tell. */
class TalksEndedTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String TOM = "+15550100201";

    private final TalksEnded talks = Wired.with(Wired.with(TestDatabase.get()).bean(Sql.class)).bean(TalksEnded.class);

    @BeforeEach
    void a_call() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
    }

    @Test
    void the_last_talk_counts_by_the_telephone_s_key_and_by_its_address() {
        talk("L1", "tom", TOM, 100);
        talk("L2", "tom", TOM, 300);
        talk("L3", "_15550100201", TOM, 400);
        talk("L4", "ann", "+15550100202", 50);
        assertEquals(Map.of("tom", NOON.plusSeconds(300), TOM, NOON.plusSeconds(400), "ann", NOON.plusSeconds(50)), talks.ended(List.of("tom", TOM, "ann", "bo")));
    }

    @Test
    void a_telephone_that_only_rang_or_is_talked_on_still_has_ended_nothing() {
        talk("L1", "tom", TOM, 100);
        TestDatabase.run("update callward.leg set answered_at = null");
        talk("L2", "ann", "+15550100202", 100);
        TestDatabase.run("update callward.leg set ended_at = null where id = 'L2'");
        assertEquals(Map.of(), talks.ended(List.of("tom", TOM, "ann")));
        assertEquals(Map.of(), talks.ended(List.of()));
    }

    @Test
    void who_said_yes_to_a_waiting_caller_and_found_nobody_has_not_talked() {
        talk("L1", "tom", TOM, 100);
        talk("L2", "tom", TOM, 300);
        TestDatabase.run("insert into callward.queue_place (call_id, group_key, state, hears, joined_at, due_at, look_at) values ('CA1', 'sales', 'WAITING', '{}', now(), now(), now())");
        TestDatabase.run("""
                insert into callward.queue_offer (place_id, call_id, token, agent_id, agent, device_key, label, address, asks, accept, round, state, leg_id, offered_at, look_at, ended_at)
                select p.id, 'CA1', offer.state, 1, 'Tom', 'tom', 'Tom', 'client:tom', true, '{"seconds": 5}', 1, offer.state, leg, now(), now(), now()
                from callward.queue_place p, (values ('TALKED', 'L1'), ('WITHDRAWN', 'L2')) as offer (state, leg)""");
        assertEquals(Map.of("tom", NOON.plusSeconds(100)), talks.ended(List.of("tom")));
    }

    private static void talk(String id, String key, String address, int endedAfter) {
        TestDatabase.run("insert into callward.leg (id, call_id, device_key, label, address, state, started_at, answered_at, ended_at) values (?, 'CA1', ?, ?, ?, 'COMPLETED', ?, ?, ?)",
                id, key, key, address, NOON.atOffset(ZoneOffset.UTC), NOON.atOffset(ZoneOffset.UTC), NOON.plusSeconds(endedAfter).atOffset(ZoneOffset.UTC));
    }
}
