package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the carrier's callbacks, a call comes to the same end, and each of its effects happens once. {@link ManyChaosRuns} plays ten thousand. */
class CallbackChaosTest {

    private static final int SEEDS = 150;
    private static final Set<String> WAYS_OUT = Set.of("ABANDONED", "ANSWERED", "MISSED", "VOICEMAIL");

    @BeforeEach
    void company() {
        Desk.empty();
    }

    @Test
    @Covers("B14")
    void a_call_in_foul_weather_ends_as_in_fair_weather() {
        SameEnd calls = play(SameEnd.Kind.SCRIPT, SEEDS);
        assertTrue(calls.sentOn > 0, "somebody was sent on");
        assertEquals(WAYS_OUT, calls.endings.keySet());
    }

    @Test
    @Covers({"B14", "S1.07"})
    void so_does_one_that_rings_a_group_whose_telephones_ask() {
        SameEnd calls = play(SameEnd.Kind.GROUP, SEEDS);
        assertTrue(calls.sentOn > 0, "somebody was sent on");
        assertEquals(WAYS_OUT, calls.endings.keySet());
    }

    @Test
    @Covers("S1.16")
    void and_one_that_an_agent_makes_which_rings_nobody_twice() {
        assertEquals(Set.of("ANSWERED", "NOT_REACHED"), play(SameEnd.Kind.OURS, 60).endings.keySet());
    }

    private static SameEnd play(SameEnd.Kind kind, int seeds) {
        SameEnd calls = new SameEnd(kind);
        for (int seed = 0; seed < seeds; seed++) {
            calls.check(seed);
        }
        assertTrue(calls.lost > seeds, "callbacks were lost");
        assertTrue(calls.otherCalls < calls.runs / 3, () -> "most are compared: " + calls.otherCalls + " of " + calls.runs + " are not");
        return calls;
    }
}
