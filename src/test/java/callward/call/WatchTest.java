package callward.call;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.house.GivenServerLife;
import callward.house.Wired;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Covers("B14")
class WatchTest {

    private final GivenServerLife life = new GivenServerLife();
    private final Watch watch = Wired.with(life).bean(Watch.class);

    @Test
    void after_a_start_the_carrier_first_has_a_minute_to_tell_what_it_could_not() {
        life.hasWorkedFor(Duration.ofSeconds(59));
        assertFalse(watch.mayBegin());
        life.hasWorkedFor(Duration.ofSeconds(60));
        assertTrue(watch.mayBegin());
    }
}
