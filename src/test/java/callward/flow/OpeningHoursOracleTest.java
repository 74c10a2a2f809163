package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * R8: 10,000 seeded instants in each of 24 zones, half of them around the jumps of its clocks, against somebody who looks at the clock on the
 * wall every minute of a year and writes down what he sees.
 */
class OpeningHoursOracleTest {

    private static final int INSTANTS = 10_000;
    private static final int DAY = 24 * 60;

    @ParameterizedTest
    @CsvSource({"UTC,2026", "America/New_York,2026", "America/Los_Angeles,2028", "America/St_Johns,2011", "America/Sao_Paulo,2018", "America/Havana,2026",
            "America/Asuncion,2023", "America/Santiago,2026", "America/Nuuk,2026", "America/Scoresbysund,2024", "Europe/London,2026", "Europe/Dublin,2026",
            "Europe/Berlin,2026", "Europe/Madrid,2027", "Africa/Cairo,2026", "Africa/Casablanca,2026", "Asia/Beirut,2026", "Asia/Gaza,2026",
            "Asia/Kathmandu,2026", "Asia/Kolkata,2026", "Australia/Lord_Howe,2026", "Pacific/Chatham,2026", "Pacific/Apia,2011", "Antarctica/Troll,2026"})
    void the_hours_are_those_of_the_clock_on_the_wall(String zone, int year) {
        Random random = new Random(zone.hashCode() * 31L + year);
        for (int round = 0; round < 4; round++) {
            OpeningHours hours = someHours(random, ZoneId.of(zone), year);
            Watchman watchman = new Watchman(hours, year);
            List<Instant> instants = instants(random, ZoneId.of(zone), year, INSTANTS / 4);
            for (Instant instant : instants) {
                assertEquals(watchman.sawOpen(instant), hours.at(instant).open(), () -> instant + " in " + instant.atZone(hours.zone()) + " by " + hours);
            }
            for (Instant instant : instants.subList(0, 50)) {
                assertEquals(watchman.nextChange(instant), hours.nextChange(instant), () -> "after " + instant.atZone(hours.zone()) + " by " + hours);
            }
        }
    }

    /** Several a day, past midnight, around the hours at which clocks jump; holidays; special days of all kinds; switched by hand. */
    private static OpeningHours someHours(Random random, ZoneId zone, int year) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, someSpans(random));
        }
        for (ZoneOffsetTransition jump : jumps(zone, year)) { // hours that begin and end while clocks jump
            week.put(jump.getDateTimeBefore().getDayOfWeek(), hoursAround(random, jump));
            if (random.nextBoolean()) {
                week.put(jump.getDateTimeBefore().getDayOfWeek().minus(1), List.of(new Span(DAY - 60, DAY + 15 + random.nextInt(20) * 15)));
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            holidays.add(someDay(random, year));
        }
        List<SpecialDays> special = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            LocalDate first = someDay(random, year);
            special.add(new SpecialDays(first, first.plusDays(random.nextInt(4) == 0 ? random.nextInt(12) : 0), random.nextInt(5) == 0, someSpans(random), "s" + i));
        }
        for (ZoneOffsetTransition jump : jumps(zone, year)) { // what is special falls on the days that matter, too
            LocalDate day = jump.getDateTimeBefore().toLocalDate().plusDays(random.nextInt(3) - 1);
            if (random.nextBoolean()) {
                holidays.add(day);
            } else {
                special.add(new SpecialDays(day, day, false, someSpans(random), "jump"));
            }
        }
        Instant since = instants(random, zone, year, 1).getFirst().truncatedTo(ChronoUnit.MINUTES);
        OpeningHours.Manual manual = new OpeningHours.Manual(random.nextBoolean(), since, since.plusSeconds(60L * random.nextInt(20_000)));
        return new OpeningHours(zone, week, special, holidays::contains, random.nextBoolean() ? manual : null);
    }

    private static List<Span> someSpans(Random random) {
        List<Span> spans = new ArrayList<>();
        int minute = random.nextInt(10) * 15;
        while (minute < DAY && spans.size() < 1 + random.nextInt(4)) {
            int to = Math.min(minute + 15 + random.nextInt(40) * 15, minute + DAY);
            spans.add(new Span(minute, to));
            minute = to + random.nextInt(20) * 15;
        }
        return random.nextInt(6) == 0 ? List.of() : spans;
    }

    private static List<Span> hoursAround(Random random, ZoneOffsetTransition jump) {
        int minute = jump.getDateTimeBefore().getHour() * 60 + jump.getDateTimeBefore().getMinute();
        int edge = Math.clamp(minute + (random.nextInt(9) - 6) * 15, 15, DAY - 15);
        // hours that begin soon after others end would hide what happens between
        return List.of(random.nextBoolean() ? new Span(0, edge) : new Span(edge, DAY));
    }

    private static LocalDate someDay(Random random, int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    private static List<ZoneOffsetTransition> jumps(ZoneId zone, int year) {
        List<ZoneOffsetTransition> jumps = new ArrayList<>();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (ZoneOffsetTransition jump = zone.getRules().nextTransition(LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
                jump != null && jump.getInstant().isBefore(end); jump = zone.getRules().nextTransition(jump.getInstant())) {
            jumps.add(jump);
        }
        return jumps;
    }

    private static List<Instant> instants(Random random, ZoneId zone, int year, int count) {
        List<ZoneOffsetTransition> jumps = jumps(zone, year);
        Instant begin = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Instant> instants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            instants.add(jumps.isEmpty() || i % 2 == 0 ? begin.plusSeconds(random.nextInt(364 * 86_400))
                    : jumps.get(random.nextInt(jumps.size())).getInstant().plusSeconds(random.nextInt(4 * 86_400) - 2 * 86_400));
        }
        return instants;
    }

    /** Knows no offsets and no rules of time zones: only what the clock showed, minute by minute, and the least and the most that it ever showed. */
    private static final class Watchman {

        private static final int BEFORE = 5 * DAY;

        private final OpeningHours hours;
        private final long begin;
        private final int minutes = BEFORE + (366 + 60) * DAY;
        private final BitSet open = new BitSet();
        private final long firstDay;
        private final boolean[] special;
        private final boolean[] holiday;
        private final int[][] spans;

        Watchman(OpeningHours hours, int year) {
            this.hours = hours;
            begin = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60 - BEFORE;
            firstDay = begin / DAY - 10;
            int days = minutes / DAY + 20;
            special = new boolean[days];
            holiday = new boolean[days];
            spans = new int[days][];
            for (int i = 0; i < days; i++) {
                plan(i, LocalDate.ofEpochDay(firstDay + i));
            }
            watch();
        }

        boolean sawOpen(Instant instant) {
            long second = instant.getEpochSecond();
            if (hours.manual() != null && second >= hours.manual().since().getEpochSecond() && second < hours.manual().until().getEpochSecond()) {
                return hours.manual().open();
            }
            return open.get((int) (second / 60 - begin));
        }

        Optional<Instant> nextChange(Instant after) {
            for (long minute = after.getEpochSecond() / 60 + 1; minute - begin < minutes; minute++) {
                Instant instant = Instant.ofEpochSecond(minute * 60);
                if (sawOpen(instant) != sawOpen(after)) {
                    return Optional.of(instant);
                }
            }
            throw new AssertionError("nothing changes in two months after " + after);
        }

        private void watch() {
            long[] shown = new long[minutes];
            long[] most = new long[minutes];
            for (int i = 0; i < minutes; i++) {
                LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochSecond((begin + i) * 60), hours.zone());
                assertEquals(0, wall.getSecond());
                shown[i] = wall.toLocalDate().toEpochDay() * DAY + wall.getHour() * 60 + wall.getMinute();
                most[i] = i == 0 ? shown[0] : Math.max(most[i - 1], shown[i]);
            }
            long least = Long.MAX_VALUE;
            for (int i = minutes - 1; i >= 0; i--) {
                least = Math.min(least, shown[i]);
                open.set(i, isOpen((int) (Math.floorDiv(shown[i], DAY) - firstDay), most[i], least));
            }
        }

        private boolean isOpen(int today, long most, long least) {
            boolean lastsSpecially = false;
            boolean lastsUsually = false;
            for (int day = today - 3; day <= today + 2; day++) {
                long midnight = (firstDay + day) * DAY;
                for (int i = 0; i < spans[day].length; i += 2) {
                    boolean lasts = most >= midnight + spans[day][i] && least < midnight + spans[day][i + 1];
                    lastsSpecially |= lasts && special[day];
                    lastsUsually |= lasts && !special[day];
                }
            }
            return lastsSpecially || lastsUsually && !special[today] && !holiday[today];
        }

        private void plan(int i, LocalDate day) {
            SpecialDays found = null;
            for (SpecialDays days : hours.special()) {
                if (falls(days, day) && (found == null || days.days() < found.days() || days.days() == found.days() && found.yearly() && !days.yearly())) {
                    found = days;
                }
            }
            special[i] = found != null;
            holiday[i] = hours.holidays().test(day);
            List<Span> of = found != null ? found.hours() : holiday[i] ? List.of() : hours.week().get(day.getDayOfWeek());
            spans[i] = of.stream().flatMapToInt(span -> IntStream.of(span.from(), span.to())).toArray();
        }

        private static boolean falls(SpecialDays days, LocalDate day) {
            for (int years = 0; years <= (days.yearly() ? 3 : 0); years++) {
                for (LocalDate date = days.first(); !date.isAfter(days.last()); date = date.plusDays(1)) {
                    if (date.plusYears(years).equals(day) && day.getDayOfMonth() == date.getDayOfMonth()) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
