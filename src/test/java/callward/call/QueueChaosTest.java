package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.QueueTown.Caller;
import callward.call.QueueTown.Habit;
import callward.flow.Happening;
import callward.flow.RingStrategy;
import callward.flow.Waiting;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Callers, agents and customers who do what a seed says, at a carrier whose news comes late, twice or never and whose questions come twice: nobody is
 * ever connected twice, everything comes to an end, and our books say what happened.
 */
class QueueChaosTest {

    private static final int SEEDS = 12;

    @Test
    void whatever_the_carrier_tells_and_whenever_the_books_are_right_in_the_end() {
        Desk.empty();
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed);
        }
    }

    /** @throws AssertionError that names the seed, with which it can be had again */
    static void run(long seed) {
        Desk.forgetCalls();
        Random people = new Random(seed);
        QueueTown town = new QueueTown(QueueTest.script(), Weather.Kind.MANY_LOST, seed);
        try {
            town.groups.strategy = people.nextBoolean() ? RingStrategy.ALL_AT_ONCE : RingStrategy.IN_ORDER;
            town.groups.asks = people.nextInt(5) > 0;
            town.groups.waiting = new Waiting(null, 15 + people.nextInt(30), 10, 60 + people.nextInt(240));
            List.of("bo", "eve", "kim").subList(0, people.nextInt(4)).forEach(town.groups.members::add);
            town.habits = device -> Habit.values()[people.nextInt(Habit.values().length)];
            town.customers = people::nextBoolean;
            town.talkSeconds = people.nextInt(4) == 0 ? 620 + people.nextInt(120) : 5 + people.nextInt(60); // longer than any deadline, or not
            for (int caller = 0; caller < 1 + people.nextInt(3); caller++) {
                Caller john = town.calls("CA" + seed + "x" + caller);
                switch (people.nextInt(5)) {
                    case 0 -> town.later(people.nextInt(60), john::hangsUp);
                    case 1 -> town.later(people.nextInt(60), () -> john.presses("1"));
                    case 2 -> town.later(people.nextInt(60), () -> john.presses("2"));
                    default -> { }
                }
                town.passes(people.nextInt(20));
            }
            for (int minute = 0; minute < 40 && !town.isQuiet(); minute++) {
                town.passes(60);
            }
            town.clearsUp();
            town.passes(120);
            check("seed " + seed, town);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        } finally {
            town.desk.own.close();
        }
    }

    private static void check(String seed, QueueTown town) {
        town.callers.values().forEach(caller -> {
            String where = seed + " " + caller.id + " " + town.desk.state(caller.id);
            assertTrue(caller.isOver(), where);
            assertTrue(caller.talkedTo.size() <= 1, where);
            long answered = town.desk.house.all().stream().filter(CallNews.class::isInstance).map(CallNews.class::cast)
                    .filter(news -> news.call().sid().equals(caller.id) && news.what() instanceof Happening.WasAnswered).count();
            boolean calledBack = "DONE TALKED".equals(place(town, caller.id)) && caller.talkedTo.isEmpty();
            boolean talked = !caller.talkedTo.isEmpty() || calledBack;
            assertEquals("OVER " + (talked ? "ANSWERED" : caller.leftMessage ? "VOICEMAIL" : "MISSED"), town.desk.state(caller.id).replaceFirst(" [^ ]*$", ""), where);
            assertEquals(talked ? 1 : 0, answered, where);
        });
        assertTrue(town.legs.stream().allMatch(QueueTown.Leg::isOver), seed + " rings on");
        long reached = town.legs.stream().filter(leg -> leg.reachedCustomer).count();
        assertEquals(reached, town.callers.values().stream().filter(caller -> caller.talkedTo.isEmpty() && "DONE TALKED".equals(place(town, caller.id))).count(),
                seed + " customers called back and books");
        assertEquals("0", town.desk.value("select count(*) from callward.queue_place where state not in ('DONE')"), seed);
        assertEquals("0", town.desk.value("select count(*) from callward.queue_offer where ended_at is null"), seed);
        assertEquals("0", town.desk.value("select count(*) from callward.carrier_order where done_at is null"), seed);
    }

    private static String place(QueueTown town, String call) {
        return town.desk.value("select state || ' ' || coalesce(result, '-') from callward.queue_place where call_id = ? order by id desc limit 1", call);
    }
}
