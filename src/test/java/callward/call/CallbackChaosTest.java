package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.ChaosCarrier.Weather;
import callward.house.Covers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to the carrier's callbacks, a call comes to the same end, and each of its effects happens once. {@link #main} plays as
 * many as it is told to.
 */
@Covers("B14")
class CallbackChaosTest {

    private static final int SEEDS = 150;
    private static final Duration HEALED = Duration.ofMinutes(2);

    @BeforeEach
    void company() {
        Desk.empty();
    }

    @Test
    void a_call_in_foul_weather_ends_as_in_fair_weather() {
        Set<String> ends = new HashSet<>();
        int lost = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            lost += compare(seed, false, ends);
        }
        assertTrue(ends.stream().anyMatch(end -> end.contains("sentOn=1")), "somebody was sent on");
        assertTrue(lost > SEEDS, () -> "callbacks were lost");
        assertEquals(Set.of("ABANDONED", "ANSWERED", "MISSED", "VOICEMAIL"), ends.stream().map(end -> end.split(" ")[1]).collect(Collectors.toSet()));
    }

    @Test
    @Covers("S1.07")
    void so_does_one_that_rings_a_group_whose_telephones_ask() {
        Set<String> ends = new HashSet<>();
        int lost = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            lost += compare(seed, true, ends);
        }
        assertTrue(lost > SEEDS, () -> "callbacks were lost");
        assertEquals(Set.of("ABANDONED", "ANSWERED", "MISSED", "VOICEMAIL"), ends.stream().map(end -> end.split(" ")[1]).collect(Collectors.toSet()));
    }

    private static int compare(long seed, boolean group, Set<String> ends) {
        ChaosCarrier fair = new ChaosCarrier(seed, Weather.FAIR, group).play();
        ends.add(fair.outcome());
        int lost = 0;
        for (Weather weather : new Weather[] {Weather.DOUBLED_AND_LATE, Weather.ONE_LOST, Weather.MANY_LOST}) {
            ChaosCarrier foul = new ChaosCarrier(seed, weather, group).play();
            String place = "seed " + seed + " " + weather;
            if (foul.isOtherCall()) {
                assertTrue(foul.outcome().startsWith("OVER ") && foul.outcome().contains("Ended=1"), () -> place + " " + foul.outcome());
            } else {
                assertEquals(fair.outcome(), foul.outcome(), place);
            }
            assertTrue(foul.longestStuck().compareTo(HEALED) <= 0, () -> place + ": the caller was stuck for " + foul.longestStuck());
            assertTrue(foul.healed().compareTo(HEALED) <= 0, () -> place + ": all was known only after " + foul.healed());
            assertEquals(0, foul.openLegs(), place + ": telephones ring no more");
            lost += foul.lost();
            foul.forget();
        }
        fair.forget();
        return lost;
    }

    /** As many runs as the first argument says, 10,000 when left out: a quarter of them in fair weather. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Desk.empty();
        long began = System.nanoTime();
        TreeMap<String, Integer> ends = new TreeMap<>();
        int lost = 0;
        for (int seed = 0; seed < runs / 3; seed++) {
            Set<String> end = new HashSet<>();
            lost += compare(1_000_000 + seed, seed % 2 == 0, end);
            end.forEach(one -> ends.merge(one.split(" ")[1], 1, Integer::sum));
        }
        System.out.printf("%,d runs against %,d in fair weather: same end, each effect once; %,d callbacks lost, healed within %d s; ends %s; %d s%n",
                runs / 3 * 3, runs / 3, lost, HEALED.toSeconds(), ends, (System.nanoTime() - began) / 1_000_000_000);
        System.exit(0);
    }
}
