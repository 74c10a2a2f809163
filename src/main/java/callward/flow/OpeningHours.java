package callward.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * When callers find somebody. What is more particular wins: what was switched by hand, then special days (of two the shorter ones), then
 * public holidays, then the week.
 *
 * <p>Hours belong to the day on which they begin, by the clock on the wall: they last from the first moment it shows their start, or more, until
 * the last moment it shows less than their end. So a clock that is put back does not shut a door twice, and hours that it skips are none.
 * A holiday is shut from midnight to midnight, whatever the evening before; special days are, too, but hours of their own run to their end.
 *
 * @param zone     by whose clocks
 * @param week     hours of each day; a day that is missing is closed
 * @param holidays whether a day is a public holiday on which nobody works
 * @param manual   null: nobody has switched it
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, List<SpecialDays> special, Predicate<LocalDate> holidays, Manual manual) {

    /** How far it looks for the next change. */
    public static final int LOOK_AHEAD_DAYS = 400;
    private static final int STRETCH = 8;

    /** What decides. */
    public enum Reason { MANUAL, SPECIAL, HOLIDAY, WEEK }

    /**
     * Switched by hand, whatever the calendar says.
     *
     * @param since from when on
     * @param until until when; null: until somebody switches again
     */
    public record Manual(boolean open, Instant since, Instant until) {

        public boolean holds(Instant at) {
            return !at.isBefore(since) && (until == null || at.isBefore(until));
        }
    }

    /**
     * Whether it is open, and why.
     *
     * @param day  whose hours or closing decides; null when it was switched by hand
     * @param name of the special days; empty for everything else
     */
    public record Verdict(boolean open, Reason reason, LocalDate day, String name) { }

    private record Day(LocalDate date, Reason reason, String name, List<Span> hours) { }

    public OpeningHours {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> days.put(day, Span.inOrder(hours)));
        week = Map.copyOf(days);
        special = special.stream().sorted(Comparator.comparingLong(SpecialDays::days).thenComparing(SpecialDays::yearly)).toList();
    }

    public OpeningHours in(ZoneId other) {
        return new OpeningHours(other, week, special, holidays, manual);
    }

    public Verdict at(Instant instant) {
        return manual != null && manual.holds(instant) ? new Verdict(manual.open, Reason.MANUAL, null, "") : byCalendar(instant);
    }

    /** As if nobody had switched it. */
    public Verdict byCalendar(Instant instant) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        Day own = day(today);
        // hours of yesterday may last until now; where a clock was put back over midnight, or skipped a day, others still
        List<Day> near = List.of(own, day(today.minusDays(1)), day(today.minusDays(2)), day(today.plusDays(1)));
        Optional<Day> special = near.stream().filter(day -> day.reason == Reason.SPECIAL && isWithin(day, instant)).findFirst();
        if (special.isPresent() || own.reason != Reason.WEEK) {
            return verdict(special.isPresent(), special.orElse(own));
        }
        Optional<Day> usual = near.stream().filter(day -> day.reason == Reason.WEEK && isWithin(day, instant)).findFirst();
        return verdict(usual.isPresent(), usual.orElse(own));
    }

    /** When it opens or closes next, whichever it is not now; nothing when it does neither within {@link #LOOK_AHEAD_DAYS}. */
    public Optional<Instant> nextChange(Instant after) {
        boolean now = at(after).open();
        LocalDate first = after.atZone(zone).toLocalDate().minusDays(2);
        for (int days = 0; days < LOOK_AHEAD_DAYS; days += STRETCH) {
            Optional<Instant> change = moments(first.plusDays(days), first.plusDays(days + STRETCH)).stream()
                    .filter(moment -> moment.isAfter(after) && at(moment).open() != now).findFirst();
            if (change.isPresent()) {
                return change;
            }
        }
        return manual != null && manual.until != null && manual.until.isAfter(after) && at(manual.until).open() != now
                ? Optional.of(manual.until) : Optional.empty();
    }

    /** Whenever something could change that begins on one of the days, or ends on it. */
    private TreeSet<Instant> moments(LocalDate first, LocalDate beyond) {
        TreeSet<Instant> moments = new TreeSet<>();
        // three days more on either side: what begins before may end within, and nothing within may be overlooked for something after
        for (LocalDate date = first.minusDays(3); date.isBefore(beyond.plusDays(3)); date = date.plusDays(1)) {
            moments.add(begin(date.atStartOfDay()));
            moments.add(end(date.atStartOfDay()));
            for (Span span : day(date).hours) {
                moments.add(begin(moment(date, span.from())));
                moments.add(end(moment(date, span.to())));
            }
        }
        ZoneRules rules = zone.getRules();
        for (ZoneOffsetTransition jump = rules.nextTransition(moments.first()); jump != null && jump.getInstant().isBefore(moments.last());
                jump = rules.nextTransition(jump.getInstant())) {
            moments.add(jump.getInstant());
        }
        if (manual != null) {
            moments.add(manual.since);
            if (manual.until != null) {
                moments.add(manual.until);
            }
        }
        Instant last = begin(beyond.atStartOfDay());
        moments.removeIf(moment -> moment.isAfter(last));
        return moments;
    }

    private Day day(LocalDate date) {
        for (SpecialDays days : special) {
            if (days.covers(date)) {
                return new Day(date, Reason.SPECIAL, days.name(), days.hours());
            }
        }
        return holidays.test(date) ? new Day(date, Reason.HOLIDAY, "", List.of()) : new Day(date, Reason.WEEK, "", week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    private boolean isWithin(Day day, Instant instant) {
        return day.hours.stream().anyMatch(span -> !instant.isBefore(begin(moment(day.date, span.from()))) && instant.isBefore(end(moment(day.date, span.to()))));
    }

    private static Verdict verdict(boolean open, Day day) {
        return new Verdict(open, day.reason, day.date, day.name);
    }

    private static LocalDateTime moment(LocalDate date, int minutes) {
        return date.atStartOfDay().plusMinutes(minutes);
    }

    /** The first moment at which clocks show this, or more. */
    private Instant begin(LocalDateTime shown) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        return offsets.isEmpty() ? jump(shown) : shown.toInstant(offsets.getFirst());
    }

    /** The last moment until which clocks show less. */
    private Instant end(LocalDateTime shown) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.isEmpty()) {
            return jump(shown);
        }
        boolean onceMore = offsets.size() == 2 && !zone.getRules().getTransition(shown).getDateTimeAfter().equals(shown);
        return shown.toInstant(onceMore ? offsets.getLast() : offsets.getFirst());
    }

    private Instant jump(LocalDateTime skipped) {
        return zone.getRules().getTransition(skipped).getInstant();
    }
}
