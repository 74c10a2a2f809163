package callward.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Walks every way a call can take through a draft: steps nobody reaches, ends without a person, circles without an exit. */
final class RouteCheck {

    /** These reach a person, a message or another application. */
    private static final Set<String> REACHING = Set.of("ring", "ring-group", "hold", "take-message", "hand-over");
    /** Here a call may end on purpose. */
    private static final Set<String> ENDING = Set.of("ring", "ring-group", "hold", "take-message", "hand-over", "hang-up", "reject");
    /** Here nothing waits for the caller: a circle of them alone goes round until the engine stops it. */
    private static final Set<String> PASSING = Set.of("greet", "by-time", "send-text");

    /** @param to place of the next step, -1 where the call ends, -2 where the step does not exist */
    private record Way(int from, String field, int to) { }

    private static final int END = -1;
    private static final int NOWHERE = -2;

    private final List<JsonNode> steps;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<List<Way>> ways = new ArrayList<>();
    private final ProblemList problems;

    RouteCheck(DraftSteps draft, ProblemList problems) {
        this.steps = draft.steps();
        this.problems = problems;
        for (int i = 0; i < steps.size(); i++) {
            places.putIfAbsent(DraftSteps.text(steps.get(i), "id"), i);
        }
        for (int i = 0; i < steps.size(); i++) {
            ways.add(waysOf(i));
        }
    }

    void check(String first) {
        Integer start = places.get(first);
        if (start == null || first.isEmpty()) {
            return;
        }
        BitSet reached = reached(start, any -> true);
        IntStream.range(0, steps.size()).filter(i -> !reached.get(i)).forEach(i -> problems.add(i, steps.get(i), "", Flaw.UNREACHABLE));
        reached.stream().forEach(this::deadEnds);
        if (reached.stream().noneMatch(i -> REACHING.contains(kind(i)))) {
            problems.add("", Flaw.NOBODY);
        }
        loops(reached);
    }

    private List<Way> waysOf(int from) {
        JsonNode step = steps.get(from);
        List<Way> all = new ArrayList<>();
        Optional<Class<?>> kind = StepField.kind(kind(from));
        for (StepField field : kind.map(StepField::of).orElse(List.of())) {
            boolean detour = field.shape() == StepField.Shape.DETOUR && !DraftSteps.text(step, field.name()).isEmpty();
            if (field.shape() == StepField.Shape.TARGET || detour) {
                all.add(way(from, field.name(), step));
            } else if (field.shape() == StepField.Shape.CHOICES) {
                for (int i = 0; i < step.path("choices").size(); i++) {
                    Way choice = way(from, "next", step.path("choices").path(i));
                    all.add(new Way(from, "choices." + i + ".next", choice.to()));
                }
            }
        }
        return all;
    }

    private Way way(int from, String field, JsonNode holder) {
        String target = DraftSteps.text(holder, field);
        return new Way(from, field, target.isEmpty() ? END : places.getOrDefault(target, NOWHERE));
    }

    private BitSet reached(int start, IntPredicate through) {
        BitSet reached = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            int at = next.pop();
            if (!reached.get(at)) {
                reached.set(at);
                ways.get(at).stream().map(Way::to).filter(to -> to >= 0 && through.test(to)).forEach(next::push);
            }
        }
        return reached;
    }

    /** Who comes back from another application may well be done. */
    private void deadEnds(int at) {
        if (!kind(at).equals("hand-over")) {
            ways.get(at).stream().filter(way -> way.to() == END).forEach(way -> problems.add(at, steps.get(at), way.field(), Flaw.DEAD_END));
        }
    }

    private void loops(BitSet reached) {
        BitSet left = (BitSet) reached.clone();
        left.andNot(canEnd());
        sayOnce(left, any -> true);
        BitSet passing = new BitSet();
        reached.stream().filter(i -> PASSING.contains(kind(i)) && !left.get(i)).forEach(passing::set);
        sayOnce(circles(passing), passing::get);
    }

    /** Steps from which some way leads to an end, found backwards. A step that does not exist ends a call, too. */
    private BitSet canEnd() {
        Map<Integer, List<Integer>> before = new HashMap<>();
        ways.forEach(all -> all.stream().filter(way -> way.to() >= 0).forEach(way -> before.computeIfAbsent(way.to(), to -> new ArrayList<>()).add(way.from())));
        BitSet ends = new BitSet();
        Deque<Integer> next = new ArrayDeque<>();
        IntStream.range(0, steps.size()).filter(i -> ENDING.contains(kind(i)) || ways.get(i).isEmpty() || ways.get(i).stream().anyMatch(way -> way.to() < 0))
                .forEach(next::push);
        while (!next.isEmpty()) {
            int at = next.pop();
            if (!ends.get(at)) {
                ends.set(at);
                before.getOrDefault(at, List.of()).forEach(next::push);
            }
        }
        return ends;
    }

    /** Of some steps those that lie on a circle among themselves: what is left when steps without a way on, or back, are taken away. */
    private BitSet circles(BitSet among) {
        BitSet left = (BitSet) among.clone();
        for (boolean smaller = true; smaller;) {
            BitSet next = new BitSet();
            left.stream().filter(i -> ways.get(i).stream().anyMatch(way -> way.to() >= 0 && left.get(way.to()))).forEach(next::set);
            BitSet entered = new BitSet();
            next.stream().forEach(i -> ways.get(i).stream().filter(way -> way.to() >= 0 && next.get(way.to())).forEach(way -> entered.set(way.to())));
            smaller = !entered.equals(left);
            left.clear();
            left.or(entered);
        }
        return left;
    }

    /** Each circle is told at its first step in the list, and names the others. */
    private void sayOnce(BitSet looping, IntPredicate through) {
        BitSet left = (BitSet) looping.clone();
        while (!left.isEmpty()) {
            int at = left.nextSetBit(0);
            BitSet circle = reached(at, i -> through.test(i) && looping.get(i));
            problems.add(at, steps.get(at), "", Flaw.LOOP, String.join(", ", circle.stream().mapToObj(i -> DraftSteps.text(steps.get(i), "id")).toList()));
            left.andNot(circle);
            left.clear(at);
        }
    }

    private String kind(int place) {
        return DraftSteps.text(steps.get(place), "kind");
    }
}
