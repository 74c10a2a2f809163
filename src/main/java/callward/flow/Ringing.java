package callward.flow;

import callward.flow.CallEvent.DialOutcome;
import callward.flow.Turn.Next;
import callward.phone.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How steps ring: some telephones at a time, until somebody talks to the caller, nobody is left, or the time is up. The carrier stops
 * whatever else rings as soon as one is picked up, even by a machine; so those beside it are rung again without it.
 *
 * @param atOnce       as many agents at a time as the carrier can ring; otherwise one telephone at a time
 * @param secondsEach  how long it rings each time; 0: as each telephone says
 * @param secondsTotal 0: as long as it takes
 * @param rounds       how often everybody may be rung
 * @param unanswered   where a caller goes whom nobody answered
 */
record Ringing(boolean atOnce, int secondsEach, int secondsTotal, int rounds, Accept accept, Unanswered unanswered) {

    /** The carrier's limits for one ringing. */
    static final int SHORTEST = 5;
    static final int LONGEST = 600;
    static final int MOST_AT_ONCE = 10;
    /** What follows needs some turns, too. */
    private static final int MOST_TURNS = CallFlow.MOST_TURNS * 3 / 4;

    /** What a caller whom nobody answered comes to. */
    interface Unanswered {
        Next next(Moment moment);
    }

    Next begin(Moment moment, RingRules rules, List<Verb.Target> telephones) {
        moment.targets = telephones;
        moment.hunt = Hunt.of(rules, telephones);
        moment.since = moment.at;
        moment.cameTo(Happening.Outcome.MISSED);
        moment.tell(new Happening.AboutToRing(telephones));
        return dial(moment);
    }

    Next on(Moment moment, CallEvent event) {
        if (isParted(moment)) {
            return moment.hangUp(); // however the carrier says that it ended: it was a talk, and it is over
        }
        return switch (event) {
            case CallEvent.DialEnded ended -> ended(moment, ended);
            case CallEvent.TimeIsUp timeIsUp -> rangInVain(moment);
            default -> dial(moment);
        };
    }

    private Next ended(Moment moment, CallEvent.DialEnded ended) {
        return switch (ended.outcome()) {
            case ANSWERED -> {
                answered(moment, ended);
                yield moment.hangUp();
            }
            case SILENT, DECLINED -> pickedUp(moment, ended);
            case BUSY, NO_ANSWER, FAILED, CANCELED -> rangInVain(moment);
        };
    }

    /** One was picked up and nobody took the call: the others have not had their time yet. */
    private Next pickedUp(Moment moment, CallEvent.DialEnded ended) {
        Optional<Verb.Target> found = whose(moment, ended);
        if (found.isEmpty()) {
            moment.hunt = moment.hunt.singly();
            return dial(moment);
        }
        Verb.Target phone = found.get();
        if (ended.outcome() == DialOutcome.DECLINED) {
            moment.hunt = moment.hunt.declinedBy(Stream.concat(moment.hunt.declined().stream(), Stream.of(phone.owner())).distinct().toList());
        }
        rung(moment, List.of(phone));
        keep(moment, other -> !other.key().equals(phone.key()) && !moment.hunt.declined().contains(other.owner()));
        return dial(moment);
    }

    private static void keep(Moment moment, Predicate<Verb.Target> wanted) {
        int ringing = (int) now(moment).stream().filter(wanted).count();
        moment.targets = moment.targets.stream().filter(wanted).toList();
        moment.hunt = moment.hunt.ringing(ringing);
    }

    private Next rangInVain(Moment moment) {
        rung(moment, now(moment));
        moment.targets = later(moment);
        moment.hunt = moment.hunt.ringing(0);
        return dial(moment);
    }

    private Next dial(Moment moment) {
        if (moment.targets.isEmpty() && moment.hunt.round() < rounds) {
            List<String> declined = moment.hunt.declined();
            moment.targets = moment.hunt.everyone().stream().filter(phone -> !declined.contains(phone.owner())).toList();
            moment.hunt = moment.hunt.nextRound();
        }
        if (moment.hunt.ringing() == 0) {
            moment.hunt = moment.hunt.ringing(atOnce && !moment.hunt.oneByOne() ? wave(moment.targets) : Math.min(1, moment.targets.size()));
        }
        List<Verb.Target> now = now(moment);
        int seconds = now.isEmpty() || moment.turns > MOST_TURNS ? 0 : Math.min(seconds(now), left(moment));
        if (seconds < SHORTEST) {
            giveUp(moment);
            return unanswered.next(moment);
        }
        return moment.await(new Verb.Dial(now, seconds, callerId(moment), now.stream().anyMatch(Verb.Target::asks) ? accept : null));
    }

    /** Whole agents, as many as fit. */
    private static int wave(List<Verb.Target> telephones) {
        int fit = 0;
        for (int end = 1; end <= telephones.size() && end <= MOST_AT_ONCE; end++) {
            if (end == telephones.size() || !telephones.get(end).owner().equals(telephones.get(end - 1).owner())) {
                fit = end;
            }
        }
        return fit == 0 ? Math.min(MOST_AT_ONCE, telephones.size()) : fit;
    }

    private int seconds(List<Verb.Target> telephones) {
        return Math.clamp(secondsEach > 0 ? secondsEach : telephones.stream().mapToInt(Verb.Target::seconds).max().orElse(0), SHORTEST, LONGEST);
    }

    private int left(Moment moment) {
        long gone = moment.since == null ? 0 : Math.max(0, Duration.between(moment.since, moment.at).toSeconds());
        return secondsTotal == 0 ? LONGEST : Math.clamp(secondsTotal - gone, 0, LONGEST);
    }

    /** Carriers refuse to show a number that is none, or that has not called us: our line's is shown for it. */
    private static String callerId(Moment moment) {
        return moment.caller().isPresent() && !BuiltIn.isOurs(moment.facts) ? null
                : moment.facts.get("line.number").flatMap(PhoneNumber::in).map(PhoneNumber::e164).orElse(null);
    }

    /** An agent who calls in from his own telephone is not rung on it: it is busy, or answers itself. */
    static List<Verb.Target> others(Moment moment, List<Verb.Target> found) {
        String caller = moment.facts.get("caller.number").orElse("");
        Predicate<Verb.Target> isCallers = target -> target.destination().address().equals(caller);
        moment.passOver(found.stream().filter(isCallers).toList(), Remark.Why.IS_CALLER);
        return found.stream().filter(isCallers.negate()).toList();
    }

    // ---- ends, which are the same whoever rings --------------------------------------------------------------------------

    /** The call is over, and the carrier tells of a talk all the same. */
    static void late(Moment moment, CallEvent event) {
        if (event instanceof CallEvent.DialEnded ended && ended.outcome() == DialOutcome.ANSWERED && !moment.targets.isEmpty()) {
            answered(moment, ended);
        }
    }

    /** The time is up: whoever rings now has not answered, and the others' turn never comes. */
    static void stop(Moment moment) {
        if (!moment.targets.isEmpty()) {
            rung(moment, now(moment));
            moment.targets = later(moment);
            giveUp(moment);
        }
    }

    /** The caller hangs up while it rings: the others' turn never comes. */
    static void callerGone(Moment moment) {
        moment.passOver(unrung(moment, later(moment)), Remark.Why.CALLER_GONE);
    }

    /** Somebody has answered, and sends the caller on. */
    static void leave(Moment moment) {
        moment.passOver(unrung(moment, later(moment)), Remark.Why.ANSWERED_BEFORE);
    }

    /** Whom we called is sent on, away from who called him. */
    static void parted(Moment moment) {
        if (!isParted(moment)) {
            answered(moment, new CallEvent.DialEnded(moment.at, DialOutcome.ANSWERED, null, 0));
        }
    }

    private static boolean isParted(Moment moment) {
        return BuiltIn.isOurs(moment.facts) && moment.isSettled() && !moment.isOnDetour();
    }

    private static void giveUp(Moment moment) {
        moment.passOver(unrung(moment, moment.targets), Remark.Why.OUT_OF_TIME);
        moment.targets = List.of();
        moment.tell(new Happening.NobodyAnswered(moment.rung));
    }

    private static void answered(Moment moment, CallEvent.DialEnded ended) {
        moment.passOver(unrung(moment, later(moment)), Remark.Why.ANSWERED_BEFORE);
        moment.cameTo(Happening.Outcome.ANSWERED);
        // of two who talk, the one who is ours: he may have called himself
        moment.tell(new Happening.WasAnswered(moment.facts.get(BuiltIn.AGENT).or(() -> whose(moment, ended).map(Ringing::name))
                .orElseGet(() -> now(moment).stream().map(Ringing::name).distinct().collect(Collectors.joining(" / ")))));
    }

    private static String name(Verb.Target phone) {
        return phone.agent() != null ? phone.agent() : phone.label();
    }

    /** Which of those that ring the carrier tells of. */
    private static Optional<Verb.Target> whose(Moment moment, CallEvent.DialEnded ended) {
        List<Verb.Target> now = now(moment);
        return now.size() == 1 ? Optional.of(now.getFirst()) : now.stream().filter(phone -> phone.key().equals(ended.phone())).findFirst();
    }

    private static List<Verb.Target> now(Moment moment) {
        return moment.targets.stream().limit(moment.hunt.ringing()).toList();
    }

    private static List<Verb.Target> later(Moment moment) {
        return moment.targets.stream().skip(moment.hunt.ringing()).toList();
    }

    private static List<Verb.Target> unrung(Moment moment, List<Verb.Target> phones) {
        return phones.stream().filter(phone -> moment.rung.stream().noneMatch(before -> before.key().equals(phone.key()))).toList();
    }

    private static void rung(Moment moment, List<Verb.Target> phones) {
        List<Verb.Target> rung = new ArrayList<>(moment.rung);
        unrung(moment, phones).forEach(rung::add);
        moment.rung = List.copyOf(rung);
    }
}
