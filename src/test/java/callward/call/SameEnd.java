package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Plays calls in fair weather, and each again in every foul one: what comes of it must be the same, each effect once, and soon. */
final class SameEnd {

    /** The kinds of calls that one carrier's callbacks carry from beginning to end. */
    enum Kind {
        SCRIPT((seed, weather) -> new CallThatComesIn(seed, weather, false)),
        GROUP((seed, weather) -> new CallThatComesIn(seed, weather, true)),
        OURS(CallOfOurs::new);

        private final BiFunction<Long, Weather.Kind, CallInWeather> call;

        Kind(BiFunction<Long, Weather.Kind, CallInWeather> call) {
            this.call = call;
        }
    }

    /** How calls ended in fair weather, and how often. */
    final Map<String, Integer> endings = new TreeMap<>();
    int runs;
    int lost;
    int otherCalls;
    int sentOn;
    private final Kind kind;

    SameEnd(Kind kind) {
        this.kind = kind;
    }

    /** @throws AssertionError that names the seed and the weather, with which it can be had again */
    void check(long seed) {
        String expected = null;
        for (Weather.Kind weather : Weather.Kind.values()) {
            CallInWeather call = kind.call.apply(seed, weather);
            String place = kind + " seed " + seed + " " + weather;
            try {
                call.play();
                if (expected == null) {
                    expected = call.outcome();
                    endings.merge(call.ending(), 1, Integer::sum);
                    sentOn += expected.contains("sentOn=1") ? 1 : 0;
                } else {
                    check(call, expected, place);
                }
            } catch (RuntimeException e) {
                throw new AssertionError(place, e);
            } finally {
                call.desk.own.close();
            }
        }
    }

    private void check(CallInWeather call, String expected, String place) {
        String came = call.outcome();
        if (call.isOtherCall()) {
            otherCalls++;
            assertTrue(came.startsWith("OVER ") && call.news().get("Ended") == 1, () -> place + " " + came);
        } else {
            assertEquals(expected, came, place);
        }
        assertEquals("0", call.openLegs(), place + ": telephones ring no more");
        assertTrue(call.longestStuck().compareTo(CallInWeather.HEALED) <= 0, () -> place + ": the caller was stuck for " + call.longestStuck());
        assertTrue(call.healed().compareTo(CallInWeather.HEALED) <= 0, () -> place + ": all was known only after " + call.healed());
        runs++;
        lost += call.weather.lost();
    }

    void print() {
        System.out.printf("%s %,d runs against %,d in fair weather, which ended %s, %,d of them sent on; %,d callbacks lost; %,d runs went another way%n", kind, runs,
                endings.values().stream().mapToInt(Integer::intValue).sum(), endings, sentOn, lost, otherCalls);
    }
}
