package callward.flow;

import callward.flow.CallEvent.DialOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A carrier's Dial as strict as the real one: at most ten telephones, the first pick-up cancels all others before anything is asked, a
 * telephone may ring up to five seconds longer than it is told, and whoever does not press the key is hung up on.
 */
final class StrictDial {

    /** What becomes of a telephone that rings. */
    enum Habit { ACCEPTS, WRONG_KEY, SILENCE, DECLINES, BUSY, RINGS_OUT, DEAD;

        boolean picksUp() {
            return ordinal() <= DECLINES.ordinal();
        }
    }

    /** @param after seconds until it is picked up @param asked seconds until it is clear what he wants */
    record Phone(Habit habit, int after, int asked) { }

    private static final int FAILS_AFTER = 1;
    static final int BUFFER = 5;

    private final Map<String, Phone> phones;
    private final Random random;
    /** News of telephones gets lost: then nobody knows which one it was. */
    private final boolean newsGetsLost;
    private final Set<String> ringing = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    final List<String> connected = new ArrayList<>();
    Instant now;
    int dials;

    StrictDial(Map<String, Phone> phones, Random random, boolean newsGetsLost, Instant now) {
        this.phones = phones;
        this.random = random;
        this.newsGetsLost = newsGetsLost;
        this.now = now;
    }

    CallEvent rings(Verb.Dial dial) {
        check(dial);
        dials++;
        dial.targets().forEach(target -> ringing.add(target.key()));
        int most = dial.seconds() + random.nextInt(BUFFER + 1);
        List<Verb.Target> pickedUp = dial.targets().stream().filter(target -> of(target).habit().picksUp() && of(target).after() <= most)
                .sorted(Comparator.comparing((Verb.Target target) -> of(target).after())).toList();
        if (pickedUp.isEmpty()) {
            boolean allFail = dial.targets().stream().allMatch(target -> Set.of(Habit.BUSY, Habit.DEAD).contains(of(target).habit()));
            passes(allFail ? FAILS_AFTER : most);
            ringing.clear();
            DialOutcome failed = of(dial.targets().getLast()).habit() == Habit.BUSY ? DialOutcome.BUSY : DialOutcome.FAILED;
            return new CallEvent.DialEnded(now, allFail ? failed : DialOutcome.NO_ANSWER, null, 0, dial.targets().getFirst().key());
        }
        Verb.Target first = pickedUp.getFirst();
        passes(of(first).after());
        ringing.clear(); // the others are canceled before he has heard a word
        return pickedUp(first);
    }

    private CallEvent pickedUp(Verb.Target target) {
        Phone phone = of(target);
        if (target.asks()) {
            passes(phone.asked());
        }
        boolean talks = !target.asks() || phone.habit() == Habit.ACCEPTS;
        if (talks) {
            connected.add(target.key());
        }
        boolean lost = newsGetsLost && random.nextBoolean();
        boolean declined = phone.habit() == Habit.DECLINES && !lost;
        if (declined) {
            refused.add(target.owner());
        }
        DialOutcome outcome = talks ? DialOutcome.ANSWERED : declined ? DialOutcome.DECLINED : DialOutcome.SILENT;
        return new CallEvent.DialEnded(now, outcome, null, phone.asked(), lost ? null : target.key());
    }

    private void check(Verb.Dial dial) {
        must(ringing.isEmpty(), "they stop ringing before others ring");
        must(connected.isEmpty(), "nobody is rung once somebody talks to the caller");
        must(!dial.targets().isEmpty() && dial.targets().size() <= 10, "one to ten telephones ring, not " + dial.targets().size());
        must(dial.seconds() >= 5 && dial.seconds() <= 600, "for 5 to 600 seconds, not " + dial.seconds());
        must(dial.targets().stream().map(Verb.Target::key).distinct().count() == dial.targets().size(), "each once");
        must(dial.targets().stream().noneMatch(target -> refused.contains(target.owner())), "whoever has declined is not rung again");
        must(dial.accept() != null || dial.targets().stream().noneMatch(Verb.Target::asks), "who asks must know how");
    }

    boolean isQuiet() {
        return ringing.isEmpty();
    }

    boolean hasDeclined(String owner) {
        return refused.contains(owner);
    }

    private Phone of(Verb.Target target) {
        return phones.get(target.key());
    }

    private void passes(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private static void must(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }
}
