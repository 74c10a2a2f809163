package callward.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.GivenClock;
import callward.house.Wired;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerLifeTest {

    private final GivenClock clock = new GivenClock();
    private final ServerLife life = Wired.with(clock).bean(ServerLife.class);

    @Test
    void nothing_begins_before_somebody_is_answered() {
        life.begin();
        clock.passes(Duration.ofSeconds(10));
        assertFalse(life.isAtWork());
        life.isAsked();
        assertTrue(life.isAtWork());
        clock.passes(Duration.ofSeconds(59));
        life.isAsked();
        assertFalse(life.isAtWorkFor(Duration.ofSeconds(60)));
        clock.passes(Duration.ofSeconds(1));
        assertTrue(life.isAtWorkFor(Duration.ofSeconds(60)));
    }

    @Test
    void where_nobody_asks_it_begins_after_a_while() {
        life.begin();
        clock.passes(ServerLife.NOBODY_ASKS);
        assertTrue(life.isAtWork());
    }

    @Test
    void nothing_begins_without_tables_or_goes_on_when_it_stops() {
        life.isAsked();
        clock.passes(Duration.ofDays(1));
        assertFalse(life.isAtWork());
        life.begin();
        life.isAsked();
        life.end("server");
        assertFalse(life.isAtWork());
    }
}
