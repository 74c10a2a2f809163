package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does whatever while somebody asks first, and whatever becomes of the carrier's requests and news: the caller is not lost, and nothing stays open. {@link #main} plays as many as it is told to. */
class AskFirstChaosTest {

    private static final int SEEDS = 40;
    /** He waits for five minutes at most while the two talk about him; then come the ways of who is sent on. */
    private static final Duration LONGEST = Duration.ofMinutes(7);

    @BeforeEach
    void company() {
        Desk.empty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobody_is_lost_and_nothing_stays_open(boolean foul) {
        Set<String> ends = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            ends.add(play(seed, foul));
        }
        assertTrue(ends.containsAll(Set.of("CONNECTED", "RETURNED", "OVER", "GONE")), ends::toString);
    }

    private static String play(long seed, boolean foul) {
        AskTown town = new AskTown(seed, foul).play();
        String place = "seed " + seed + (foul ? " foul: " : " fair: ") + town.story();
        assertTrue(town.state().matches("OVER (ANSWERED|VOICEMAIL) .*"), () -> place + " " + town.state());
        assertEquals(List.of(), town.stillOn(), place);
        assertEquals("", town.openLegs(), place);
        assertTrue(town.longestAlone().compareTo(LONGEST) < 0, () -> place + " waited " + town.longestAlone());
        String end = town.story().replaceAll(".* (\\S+) \\S+$", "$1");
        town.desk.own.close();
        return end;
    }

    /** As many runs as the first argument says, 1,000 when left out: half of them in foul weather. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Desk.empty();
        for (int seed = 0; seed < runs / 2; seed++) {
            play(100_000 + seed, false);
            play(100_000 + seed, true);
        }
        System.out.printf("%,d runs: no caller lost, nothing open%n", runs / 2 * 2);
        System.exit(0);
    }
}
