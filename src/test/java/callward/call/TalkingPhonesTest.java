package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.agent.PhonesInUse.Talk;
import callward.house.Covers;
import callward.house.TestDatabase;
import callward.house.Wired;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which telephones are talked on, as the calls' rows tell. */
@Covers("S1.08")
class TalkingPhonesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String TOM = "+15550100201";

    private final TalkingPhones phones = Wired.with(Wired.with(TestDatabase.get()).bean(Sql.class)).bean(TalkingPhones.class);

    @BeforeEach
    void a_call() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
    }

    @Test
    void a_telephone_that_rings_is_not_talked_on_and_one_that_was_answered_is() {
        leg("L1", "tom", TOM, "RINGING", null, null);
        assertEquals(List.of(), talks(NOON));
        leg("L2", "ann", "+15550100202", "ANSWERED", NOON, null);
        assertEquals(List.of(new Talk("L2", "ann", "+15550100202", null)), talks(NOON));
    }

    @Test
    void by_whatever_name_it_was_rung() {
        leg("L1", "_15550100201", TOM, "ANSWERED", NOON, null);
        leg("L2", "ann", "sip:elsewhere@pbx.example.com", "ANSWERED", NOON, null);
        leg("L3", "bo", "+15550100203", "ANSWERED", NOON, null);
        assertEquals(Set.of(TOM, "sip:elsewhere@pbx.example.com"), talks(NOON).stream().map(Talk::address).collect(Collectors.toSet()));
    }

    @Test
    void who_calls_us_himself_talks() {
        TestDatabase.run("update callward.call set caller = ?", TOM);
        assertEquals(List.of(new Talk(null, null, TOM, null)), talks(NOON));
    }

    @Test
    void a_talk_that_ended_is_told_when_it_was_lately() {
        leg("L1", "tom", TOM, "COMPLETED", NOON.minusSeconds(90), NOON.minusSeconds(30));
        leg("L2", "ann", "+15550100202", "NO_ANSWER", null, NOON.minusSeconds(10));
        assertEquals(List.of(new Talk("L1", "tom", TOM, NOON.minusSeconds(30))), talks(NOON.minusSeconds(31)));
        assertEquals(List.of(), talks(NOON.minusSeconds(30)));
    }

    @Test
    void a_call_that_is_over_holds_nobody_whatever_its_legs_say() {
        leg("L1", "tom", TOM, "ANSWERED", NOON, null);
        TestDatabase.run("update callward.call set state = 'OVER', caller = ?", TOM);
        assertEquals(List.of(), talks(NOON));
    }

    private List<Talk> talks(Instant since) {
        return phones.talks(List.of("tom", TOM, "ann", "+15550100202"), since);
    }

    private static void leg(String id, String key, String address, String state, Instant answered, Instant ended) {
        TestDatabase.run("insert into callward.leg (id, call_id, device_key, label, address, state, started_at, answered_at, ended_at) values (?, 'CA1', ?, ?, ?, ?, ?, ?, ?)",
                id, key, key, address, state, at(NOON.minusSeconds(100)), at(answered), at(ended));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
