package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.flow.StrictDial.Habit;
import callward.flow.StrictDial.Phone;
import callward.house.Covers;
import callward.phone.BrowserPhone;
import callward.wording.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every strategy, 2 to 12 members, whatever their telephones do: the caller talks to one who takes the call if one can be reached in time,
 * to nobody else, and else comes to the configured end in time.
 */
@Covers({"S1.06", "S1.07", "S1.08", "S1.13", "S1.19", "B06", "B14"})
class EveryWayOfRingingTest {

    private static final int CASES_EACH = 50;
    private static final int MOST_ASKED = 21;

    /** What a run of cases has met: a table that nobody filled proves nothing. */
    private final Map<Habit, Integer> met = new EnumMap<>(Habit.class);
    private int reached;
    private int ranOutOfTime;
    private int inVain;

    @Test
    void the_caller_reaches_whoever_takes_the_call_or_the_end_that_the_step_says() {
        play(false, CASES_EACH);
        assertEquals(Habit.values().length, met.size());
        assertTrue(met.values().stream().allMatch(times -> times > 1_000), () -> "each habit often enough: " + met);
        assertTrue(reached > 800 && ranOutOfTime > 100 && inVain > 500, () -> reached + " reached, out of time " + ranOutOfTime + ", nobody left " + inVain);
    }

    @Test
    void it_is_so_when_news_of_telephones_gets_lost_and_nobody_knows_who_picked_up() {
        play(true, CASES_EACH / 5);
    }

    private void play(boolean newsGetsLost, int cases) {
        for (RingStrategy strategy : RingStrategy.values()) {
            for (int members = 2; members <= 12; members++) {
                for (int number = 0; number < cases; number++) {
                    long seed = (strategy.ordinal() * 100L + members) * 1_000 + number;
                    String place = strategy + " with " + members + " members, seed " + seed + (newsGetsLost ? ", lossy" : "") + ": ";
                    try {
                        new Case(strategy, members, new Random(seed), newsGetsLost).play();
                    } catch (AssertionError broken) {
                        throw new AssertionError(place + broken.getMessage(), broken);
                    }
                }
            }
        }
    }

    private final class Case {

        private final Random random;
        private final RingRules rules;
        private final Map<String, Phone> phones = new LinkedHashMap<>();
        private final List<Verb.Target> targets = new ArrayList<>();
        private final StrictDial carrier;
        private final Instant began = Instant.parse("2026-11-20T10:00:00Z");
        private final Steps steps = Scripts.of(new RingGroup("people", null, "sales", null, null, "nobody"), Scripts.end("nobody"));
        private final List<Happening> news = new ArrayList<>();

        Case(RingStrategy strategy, int members, Random random, boolean newsGetsLost) {
            this.random = random;
            int each = 5 + random.nextInt(26);
            rules = new RingRules(strategy, each, random.nextInt(3) == 0 ? 20 + random.nextInt(100) : 3_600, 1 + random.nextInt(3), new Accept("1", "*", 5), false);
            for (int member = 0; member < members; member++) {
                for (int device = random.nextInt(4) == 0 ? 0 : 1; device < 2; device++) {
                    add("m" + member + "d" + device, "Member " + member);
                }
            }
            carrier = new StrictDial(phones, random, newsGetsLost, began);
        }

        private void add(String key, String agent) {
            Habit habit = Habit.values()[random.nextInt(Habit.values().length)];
            habit = habit == Habit.ACCEPTS && random.nextInt(2) > 0 ? Habit.RINGS_OUT : habit; // else nearly every call would be taken at once
            met.merge(habit, 1, Integer::sum);
            phones.put(key, new Phone(habit, 1 + random.nextInt(rules.secondsEach() + 8), habit == Habit.SILENCE ? 8 : habit == Habit.WRONG_KEY ? MOST_ASKED : 3));
            boolean trusted = !List.of(Habit.WRONG_KEY, Habit.SILENCE, Habit.DECLINES).contains(habit) && random.nextBoolean();
            targets.add(new Verb.Target(key, key, new BrowserPhone(key), agent, 20, !trusted));
        }

        void play() {
            Turn turn = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(began, Facts.NONE));
            turn = hears(CallFlow.next(steps, turn.progress(), new CallEvent.Learned(began, new Answer.Members(targets, List.of(), rules, true, false))));
            while (!turn.verbs().isEmpty() && turn.verbs().getLast() instanceof Verb.Dial dial) {
                assertTrue(carrier.dials < CallFlow.MOST_TURNS, "it does not end");
                turn = hears(CallFlow.next(steps, turn.progress(), carrier.rings(dial)));
            }
            check(turn);
        }

        private Turn hears(Turn turn) {
            news.addAll(turn.news());
            return turn;
        }

        private void check(Turn end) {
            Duration took = Duration.between(began, carrier.now);
            assertTrue(end.progress().over(), "the call is not over");
            assertTrue(carrier.isQuiet(), "all others have stopped ringing");
            assertTrue(carrier.connected.size() <= 1, "at most one is connected");
            assertTrue(took.toSeconds() <= rules.secondsTotal() + StrictDial.BUFFER + MOST_ASKED, "it took " + took + " instead of " + rules.secondsTotal());
            if (carrier.connected.isEmpty()) {
                boolean timeIsUp = took.toSeconds() > rules.secondsTotal() - Ringing.SHORTEST;
                assertTrue(timeIsUp || canBeReached().isEmpty(), "nobody talked to the caller, but could have: " + canBeReached());
                assertEquals(Outcome.MISSED, end.progress().outcome());
                assertEquals(1, news.stream().filter(Happening.NobodyAnswered.class::isInstance).count());
                assertTrue(end.verbs().getFirst() instanceof Verb.Say say && say.text().equals("This is nobody."), "he hears the end that the step says");
                ranOutOfTime += timeIsUp ? 1 : 0;
                inVain += timeIsUp ? 0 : 1;
            } else {
                assertEquals(Habit.ACCEPTS, phones.get(carrier.connected.getFirst()).habit());
                assertEquals(Outcome.ANSWERED, end.progress().outcome());
                reached++;
            }
        }

        /** Those who would have picked up while their telephones ring, and who have not said on another one that they do not take it. */
        private List<String> canBeReached() {
            return targets.stream().filter(target -> phones.get(target.key()).habit() == Habit.ACCEPTS && phones.get(target.key()).after() <= rules.secondsEach())
                    .filter(target -> !carrier.hasDeclined(target.owner())).map(Verb.Target::key).toList();
        }
    }
}
