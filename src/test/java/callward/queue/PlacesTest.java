package callward.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.call.Sql;
import callward.flow.Verb;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.house.Wired;
import callward.phone.CallId;
import callward.wording.Tongue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final CallId CALL = new CallId("CA1");
    private static final Instant NINE = Instant.parse("2026-11-01T09:00:00Z");

    @Test
    void who_waits_on_keeps_his_place_and_who_waits_for_others_is_their_last() {
        TestDatabase.empty();
        TestDatabase.call(CALL.sid());
        try (TestTransactions own = new TestTransactions()) {
            Places places = Wired.with(Wired.with(own.database()).bean(Sql.class), new GivenClock()).bean(Places.class);
            own.run(() -> places.waits(CALL, waiting("support"), NINE));
            own.run(() -> places.waits(CALL, waiting("support"), NINE.plusSeconds(60)));
            assertEquals("support 09:00 1", place());
            own.run(() -> places.waits(CALL, waiting("sales"), NINE.plusSeconds(120)));
            assertEquals("sales 09:02 2", place());
        }
    }

    private static Verb.Enqueue waiting(String group) {
        return new Verb.Enqueue("cw-CA1", group, 300, List.of(), 30, List.of(), "", Tongue.ENGLISH);
    }

    private static String place() {
        return TestDatabase.value("select group_key || ' ' || to_char(joined_at at time zone 'UTC', 'HH24:MI') || ' ' || round from callward.queue_place");
    }
}
