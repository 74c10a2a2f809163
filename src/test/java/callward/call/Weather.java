package callward.call;

import callward.house.GivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * What becomes of all that a carrier sends us on its way: it comes late, in any order, twice, or never. The same seed and kind make the same weather;
 * in fair weather everything comes at once. Also what people will do at their time stands here: time goes from one thing that is due to the next.
 */
final class Weather {

    enum Kind { FAIR, DOUBLED_AND_LATE, ONE_LOST, MANY_LOST }

    /** Whoever asks waits no longer for the answer. */
    static final Duration WAITS = Duration.ofSeconds(15);
    private static final int A_DAY = 86_400;
    private static final int MOMENTS = 8;

    private record Due(Instant at, long number, Runnable what) { }

    final Kind kind;
    private final Random chance;
    private final GivenClock clock;
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    /** Which of the first dozen is lost where one is. */
    private final int losesOne;
    private long numbers;
    private int sent;
    private int lost;

    Weather(Kind kind, long seed, GivenClock clock) {
        this.kind = kind;
        this.clock = clock;
        chance = new Random(seed * 31 + kind.ordinal());
        losesOne = chance.nextInt(12);
    }

    int lost() {
        return lost;
    }

    boolean isFoul() {
        return kind != Kind.FAIR;
    }

    /** One time in so many, when it is foul. */
    boolean strikes(int oneIn) {
        return isFoul() && chance.nextInt(oneIn) == 0;
    }

    // ---- the way ---------------------------------------------------------------------------------------------------------------

    /** News that nobody waits for: up to a day late, and again within a day. */
    void tells(Runnable news) {
        if (!isLost()) {
            later(takes(strikes(8) ? A_DAY : MOMENTS), news);
            doubles(news);
        }
    }

    /**
     * A question that somebody waits for; a copy of it may come much later, when nobody wants the answer any more.
     *
     * @return false when it is lost
     */
    boolean asks(Runnable question, Runnable again) {
        if (isLost()) {
            return false;
        }
        later(takes(MOMENTS + 1), question);
        doubles(again);
        return true;
    }

    /** The first of all: without it nobody knows of the call. */
    void begins(Runnable question) {
        later(takes(2), question);
    }

    private void doubles(Runnable what) {
        if (strikes(4)) {
            later(takes(A_DAY), what);
        }
    }

    private boolean isLost() {
        boolean gone = switch (kind) {
            case FAIR, DOUBLED_AND_LATE -> false;
            case ONE_LOST -> sent++ == losesOne;
            case MANY_LOST -> strikes(6);
        };
        lost += gone ? 1 : 0;
        return gone;
    }

    private Duration takes(int mostSeconds) {
        return Duration.ofMillis(20 + (!isFoul() ? 0 : chance.nextInt(strikes(3) ? mostSeconds * 1_000 : 300)));
    }

    // ---- time ------------------------------------------------------------------------------------------------------------------

    void later(Duration time, Runnable what) {
        due.add(new Due(clock.instant().plus(time), numbers++, what));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(due.peek()).map(Due::at);
    }

    /** It is this late now, and what is due until then has happened, the first first. */
    void passes(Instant until) {
        while (!due.isEmpty() && !due.peek().at().isAfter(until)) {
            Due next = due.poll();
            goesOn(next.at());
            next.what().run();
        }
        goesOn(until);
    }

    private void goesOn(Instant until) {
        if (until.isAfter(clock.instant())) {
            clock.passes(Duration.between(clock.instant(), until));
        }
    }
}
