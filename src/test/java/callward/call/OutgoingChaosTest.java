package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.ChaosCarrier.Weather;
import callward.house.Covers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever happens to the carrier's answers and callbacks, a call that an agent makes comes to the same end, and rings nobody twice. {@link #main} plays as many as it is told to. */
@Covers("S1.16")
class OutgoingChaosTest {

    private static final int SEEDS = 60;

    @Test
    void a_call_in_foul_weather_ends_as_in_fair_weather() {
        Set<String> ends = new TreeSet<>();
        int lost = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            lost += compare(seed, ends);
        }
        assertTrue(lost > SEEDS, () -> "callbacks were lost");
        assertEquals(Set.of("ANSWERED", "NOT_REACHED"), ends);
    }

    private static int compare(long seed, Set<String> ends) {
        OutgoingWeather fair = new OutgoingWeather(seed, Weather.FAIR).play();
        String end = fair.outcome();
        fair.forget();
        ends.add(end.split(" ")[1]);
        int lost = 0;
        for (Weather weather : new Weather[] {Weather.DOUBLED_AND_LATE, Weather.ONE_LOST, Weather.MANY_LOST}) {
            OutgoingWeather foul = new OutgoingWeather(seed, weather).play();
            String place = "seed " + seed + " " + weather;
            String came = foul.outcome();
            foul.forget();
            if (foul.isOtherCall()) {
                assertTrue(came.startsWith("OVER ") && came.contains("Ended=1") && came.contains("rung=1 calls=1 open=0 OVER"), () -> place + " " + came);
            } else {
                assertEquals(end, came, place);
            }
            lost += foul.lost();
        }
        return lost;
    }

    /** As many seeds as the first argument says, 1,000 when left out, each in four weathers. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int lost = 0;
        Set<String> ends = new TreeSet<>();
        for (int seed = 0; seed < seeds; seed++) {
            lost += compare(1_000_000 + seed, ends);
        }
        System.out.printf("%,d calls in foul weather: same end, nobody rung twice; %,d callbacks lost; ends %s%n", seeds * 3, lost, ends);
        System.exit(0);
    }
}
