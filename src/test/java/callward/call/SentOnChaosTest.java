package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever happens to the carrier's answers and callbacks, whom an agent has called and sent on is not lost, and nothing stays open. {@link #main} plays as many as it is told to. */
@Covers("S1.16")
class SentOnChaosTest {

    private static final int SEEDS = 40;

    @Test
    void whom_we_called_and_sent_on_is_not_lost_in_foul_weather() {
        Set<String> ends = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            plays(seed, false, ends);
            plays(seed, true, ends);
        }
        assertEquals(Set.of("-", "OVER ANSWERED", "OVER VOICEMAIL"), ends);
    }

    private static void plays(long seed, boolean foul, Set<String> ends) {
        SentOnWeather weather = new SentOnWeather(seed, foul).play();
        String place = "seed " + seed + (foul ? " foul: " : " fair: ");
        assertEquals("OVER ANSWERED Ann", weather.anns(), place);
        assertEquals("", weather.untidy(), place);
        assertFalse(weather.isLost(), () -> place + "nobody talked to him");
        ends.add(weather.johns());
        assertTrue(Set.of("-", "OVER ANSWERED", "OVER VOICEMAIL").contains(weather.johns()), () -> place + weather.johns());
        weather.forget();
    }

    /** As many seeds as the first argument says, 1,000 when left out, each in fair and foul weather. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Set<String> ends = new TreeSet<>();
        for (int seed = 0; seed < seeds; seed++) {
            plays(1_000_000 + seed, false, ends);
            plays(1_000_000 + seed, true, ends);
        }
        System.out.printf("%,d calls of ours sent on: nobody lost, nothing open; ends %s%n", seeds * 2, ends);
        System.exit(0);
    }
}
