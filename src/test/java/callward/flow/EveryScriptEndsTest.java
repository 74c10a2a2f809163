package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.CallEvent.DialOutcome;
import callward.flow.Turn.Next;
import callward.house.Covers;
import callward.phone.BrowserPhone;
import callward.wording.Facts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever an author writes and whatever a caller does: the call ends, is told of once, and is never left in silence. */
@Covers("S0.23")
class EveryScriptEndsTest {

    private static final int SCRIPTS = 12_000;
    private static final String[] WORDS = {"Hello {{customer.name}}.", "{{", "}} {{a}} {{{{b}}}}", "", "Ticket {{ticket.number}}",
        "a\u0000b", "{{ x y }}", "\uD83D\uDE00 {{caller.number}}", "long ".repeat(900)};

    private Random random;

    @Test
    void every_script_ends_for_every_input() {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            random = new Random(seed);
            walk("seed " + seed, script());
        }
    }

    @Test
    @Covers("B14")
    void whatever_the_script_and_wherever_its_caller_is_once_the_calls_time_is_up_he_is_at_a_mailbox_or_hears_the_end() {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            random = new Random(seed);
            Steps steps = script();
            Progress progress = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(Instant.EPOCH, Facts.NONE)).progress();
            for (int turns = random.nextInt(8); turns > 0 && !progress.over(); turns--) {
                progress = CallFlow.next(steps, progress, progress.asked() == null ? event(Instant.EPOCH, false) : new CallEvent.Learned(Instant.EPOCH, answer())).progress();
            }
            while (progress.asked() != null) {
                progress = CallFlow.next(steps, progress, new CallEvent.Learned(Instant.EPOCH, answer())).progress();
            }
            if (!progress.over()) {
                Turn turn = CallFlow.next(steps, progress, new CallEvent.CallTimeIsUp(Instant.EPOCH));
                String place = "seed " + seed + " in " + progress.step();
                check(place, new CallEvent.CallTimeIsUp(Instant.EPOCH), turn);
                assertTrue(turn.verbs().getLast() instanceof Verb.Record || turn.verbs().getLast() instanceof Verb.HangUp && turn.verbs().size() > 1,
                        () -> place + " hears " + turn.verbs());
            }
        }
    }

    private void walk(String seed, Steps steps) {
        Progress progress = Progress.START;
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        boolean everGone = random.nextInt(4) == 0;
        int ends = 0;
        int texts = 0;
        CallEvent event = random.nextInt(20) == 0 ? event(now, everGone) : new CallEvent.Arrived(now, caller());
        for (int turns = 0; !progress.over(); turns++) {
            assertTrue(turns <= CallFlow.MOST_TURNS, () -> seed + " does not end");
            Turn turn = CallFlow.next(steps, progress, event);
            ends += ended(turn);
            texts += turn.orders().size();
            for (int questions = 0; turn.next() instanceof Next.FindOut; questions++) {
                assertTrue(questions <= CallFlow.MOST_HOPS + 1, () -> seed + " asks for ever");
                turn = CallFlow.next(steps, turn.progress(), random.nextInt(30) == 0 ? event(now, everGone)
                        : new CallEvent.Learned(now, answer()));
                ends += ended(turn);
                texts += turn.orders().size();
            }
            check(seed, event, turn);
            progress = turn.progress();
            now = now.plusSeconds(random.nextInt(40));
            event = event(now, everGone);
        }
        assertEquals(1, ends, seed);
        assertTrue(texts <= steps.steps().size(), seed);
        assertFalse(progress.outcome() == null, seed);
        Turn afterwards = CallFlow.next(steps, progress, new CallEvent.CallerGone(now));
        assertEquals(new Turn(progress, List.of(), List.of(), List.of(), List.of(), new Next.Over()), afterwards, seed);
    }

    private static int ended(Turn turn) {
        return (int) turn.news().stream().filter(Happening.Ended.class::isInstance).count();
    }

    private static void check(String seed, CallEvent event, Turn turn) {
        assertEquals(turn.next() instanceof Next.Over, turn.progress().over(), seed);
        if (turn.next() instanceof Next.AwaitCaller) {
            assertFalse(turn.verbs().isEmpty(), () -> seed + " leaves the caller in silence after " + event);
            assertFalse(turn.verbs().getLast() instanceof Verb.Prompt, () -> seed + " awaits nothing");
            assertTrue(turn.progress().said().isEmpty() && turn.progress().asked() == null, seed);
        } else {
            assertInstance(turn.next(), seed);
        }
        List<Verb> before = turn.verbs().isEmpty() ? List.of() : turn.verbs().subList(0, turn.verbs().size() - 1);
        assertTrue(before.stream().allMatch(Verb.Prompt.class::isInstance), () -> seed + " has verbs nobody reaches");
        for (Verb verb : turn.verbs()) {
            List<? extends Verb> heard = verb instanceof Verb.Gather gather ? gather.prompts() : List.of(verb);
            for (Verb one : heard) {
                if (one instanceof Verb.Say say) {
                    assertTrue(!say.text().isBlank() && say.text().length() <= 4096, seed);
                    assertFalse(say.text().contains("{{") || say.text().contains("}}"), () -> seed + " says " + say.text());
                }
            }
        }
    }

    private static void assertInstance(Next next, String seed) {
        assertTrue(next instanceof Next.Over, () -> seed + " shows " + next);
    }

    // ---- anything an author may write --------------------------------------------------------------------------------------

    private Steps script() {
        int size = 1 + random.nextInt(7);
        return new Steps("0", IntStream.range(0, size).mapToObj(id -> step(Integer.toString(id), size)).toList(), null);
    }

    private Step step(String id, int size) {
        return switch (random.nextInt(15)) {
            case 0, 1 -> new Greet(id, says(), to(size));
            case 2, 3 -> new Menu(id, says(), choices(size), random.nextBoolean(), 0, random.nextInt(4), says(), to(size));
            case 4, 5 -> new Ask(id, random.nextBoolean() ? "ticket.number" : "a", says(), 0, random.nextInt(5), "#",
                    random.nextBoolean() ? Ask.Check.TICKET : null, 0, random.nextInt(4), says(), to(size), to(size));
            case 6 -> new Ring(id, says(), random.nextInt(4) == 0 ? List.of() : List.of("a", "b"), 0, random.nextBoolean() ? 0 : 30, to(size));
            case 12, 13 -> new RingGroup(id, says(), "sales", to(size), to(size), to(size));
            case 7 -> new TakeMessage(id, says(), "box", 0, 0, null, false, says());
            case 8 -> new ByTime(id, "office", to(size), to(size));
            case 9 -> new SendText(id, "Hello {{customer.name}}", to(size));
            case 10 -> new HandOver(id, URI.create("https://other.example/flow"), to(size));
            case 11 -> new Hold(id, says(), "support", random.nextBoolean() ? null : to(size), null, random.nextBoolean(), null, to(size), to(size), to(size));
            default -> random.nextBoolean() ? new HangUp(id, says()) : new Reject(id, random.nextBoolean());
        };
    }

    /** Some step, most likely; the end or nowhere, sometimes. */
    private String to(int size) {
        int where = random.nextInt(size * 4);
        return where == 0 ? null : where == 1 ? "nowhere" : Integer.toString(where % size);
    }

    private List<Menu.Choice> choices(int size) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(key -> new Menu.Choice("" + key, List.of("word" + key), to(size))).toList();
    }

    private List<Utterance> says() {
        return IntStream.range(0, random.nextInt(3)).<Utterance>mapToObj(i -> random.nextInt(4) == 0 ? new Utterance.Sound("jingle")
                : new Utterance.Words(WORDS[random.nextInt(WORDS.length)])).toList();
    }

    // ---- anything that may happen ------------------------------------------------------------------------------------------

    private CallEvent event(Instant now, boolean everGone) {
        return switch (random.nextInt(everGone ? 12 : 11)) {
            case 0 -> new CallEvent.Arrived(now, caller());
            case 1, 2 -> new CallEvent.Entered(now, random.nextBoolean() ? "" + random.nextInt(4) : "12*#");
            case 3 -> new CallEvent.Spoke(now, "word" + random.nextInt(4));
            case 4 -> new CallEvent.Silent(now);
            case 5, 6 -> new CallEvent.DialEnded(now, DialOutcome.values()[random.nextInt(DialOutcome.values().length)], null, 0,
                    random.nextBoolean() ? "a" : null);
            case 7 -> new CallEvent.RecordingEnded(now, random.nextBoolean() ? "RE1" : null, random.nextInt(5), random.nextBoolean());
            case 8 -> random.nextBoolean() ? new CallEvent.Returned(now) : new CallEvent.Learned(now, answer());
            case 9 -> random.nextBoolean() ? new CallEvent.TimeIsUp(now) : new CallEvent.CallTimeIsUp(now);
            case 10 -> new CallEvent.Dequeued(now, CallEvent.DequeueOutcome.values()[random.nextInt(CallEvent.DequeueOutcome.values().length)], "Ann");
            default -> new CallEvent.CallerGone(now);
        };
    }

    private Facts caller() {
        return random.nextBoolean() ? Facts.of("caller.number", "+15553334444") : Facts.of("caller.shown", "anonymous {{x}}");
    }

    private Answer answer() {
        Verb.Target target = new Verb.Target("a", "A", new BrowserPhone("a"), null, random.nextInt(700));
        return switch (random.nextInt(9)) {
            case 8 -> new Answer.Queue(new Waiting(null, 30, 5, 60), random.nextInt(4) > 0, random.nextBoolean(), random.nextInt(9) == 0, random.nextInt(7), random.nextInt(3) > 0);
            case 0 -> new Answer.Known(Facts.of("customer.name", "{{John}} }}{{").with("ticket.number", "12"));
            case 1 -> new Answer.Unknown();
            case 2 -> new Answer.Targets(List.of());
            case 3 -> new Answer.Targets(List.of(target, target));
            case 4, 5 -> new Answer.Members(random.nextInt(4) == 0 ? List.of() : List.of(target, new Verb.Target("b", "B", new BrowserPhone("b"), "Bo", 20, true)),
                    List.of(), rules(), random.nextInt(5) > 0, random.nextInt(9) == 0);
            default -> new Answer.Open(random.nextBoolean());
        };
    }

    private RingRules rules() {
        return random.nextInt(9) == 0 ? null : new RingRules(RingStrategy.values()[random.nextInt(RingStrategy.values().length)], random.nextInt(40),
                random.nextInt(300), random.nextInt(12), Accept.ANY_KEY, random.nextBoolean());
    }
}
