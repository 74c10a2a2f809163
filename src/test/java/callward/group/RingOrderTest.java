package callward.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.Availability.Reach;
import callward.agent.Ringable;
import callward.phone.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the group and whatever its members did: nobody is lost, nobody is rung twice, and the order is the one that was promised. */
class RingOrderTest {

    private static final List<String> SKILLS = List.of("english", "spanish", "billing", "repairs", "sales");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nobody_who_has_been_idle_for_longer_stands_behind(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Reach> free = free(dice);
            Map<String, Instant> ended = new HashMap<>();
            free.forEach(one -> RingOrder.names(one).filter(name -> dice.nextInt(3) > 0).forEach(name -> ended.put(name, Instant.ofEpochSecond(dice.nextInt(6)))));
            List<Reach> ordered = RingOrder.longestIdle(free, ended);
            isTheSamePeople(free, ordered);
            inOrder(free, ordered, one -> RingOrder.names(one).filter(ended::containsKey).mapToLong(name -> ended.get(name).getEpochSecond()).max().orElse(-1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nobody_who_knows_more_stands_behind(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Reach> free = free(dice);
            Map<Long, List<String>> skills = new HashMap<>();
            free.forEach(one -> skills.put(one.agentId(), some(dice)));
            List<String> wanted = some(dice);
            List<Reach> ordered = RingOrder.bySkill(free, skills, wanted);
            isTheSamePeople(free, ordered);
            inOrder(free, ordered, one -> -skills.get(one.agentId()).stream().filter(wanted::contains).count());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void a_ring_goes_round_from_wherever_it_begins(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Reach> free = free(dice);
            long first = free.get(dice.nextInt(free.size())).agentId();
            List<Reach> ordered = RingOrder.from(free, first);
            isTheSamePeople(free, ordered);
            assertEquals(first, ordered.getFirst().agentId());
            for (int i = 0; i < ordered.size(); i++) {
                Reach next = ordered.get((i + 1) % ordered.size());
                assertEquals(free.get((free.indexOf(ordered.get(i)) + 1) % free.size()), next);
            }
            assertEquals(free, RingOrder.from(free, 4711), "one who is not among them begins nothing");
        }
    }

    private interface Rank {
        long of(Reach one);
    }

    /** Never falling, and as the group lists them where they are alike. */
    private static void inOrder(List<Reach> free, List<Reach> ordered, Rank rank) {
        for (int i = 1; i < ordered.size(); i++) {
            long before = rank.of(ordered.get(i - 1));
            long after = rank.of(ordered.get(i));
            assertTrue(before < after || before == after && free.indexOf(ordered.get(i - 1)) < free.indexOf(ordered.get(i)));
        }
    }

    private static void isTheSamePeople(List<Reach> free, List<Reach> ordered) {
        assertEquals(free.size(), ordered.size());
        assertEquals(new HashSet<>(free), new HashSet<>(ordered));
    }

    private static List<Reach> free(Random dice) {
        List<Long> ids = new ArrayList<>(LongStream.rangeClosed(1, 1 + dice.nextInt(12)).boxed().toList());
        Collections.shuffle(ids, dice);
        return ids.stream().map(id -> new Reach(id, "agent " + id, LongStream.rangeClosed(1, 1 + dice.nextInt(3))
                .mapToObj(n -> new Ringable("p" + id + "_" + n, "phone", Destination.of("client:p" + id + "_" + n), "agent " + id, 20, id, null)).toList(), null, null, true)).toList();
    }

    private static List<String> some(Random dice) {
        return SKILLS.stream().filter(skill -> dice.nextBoolean()).toList();
    }
}
