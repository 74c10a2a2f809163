package callward.flow;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days that differ from the week: shut, or open at hours of their own.
 *
 * @param last   the same as {@code first} for one day; not more than a year later
 * @param yearly again every year, by month and day
 * @param hours  of each of the days; none: closed
 * @param name   why, for people; may be empty
 */
public record SpecialDays(LocalDate first, LocalDate last, boolean yearly, List<Span> hours, String name) {

    private static final int YEAR = 366;

    public SpecialDays {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= YEAR) {
            throw new IllegalArgumentException("special days end after they begin, and within a year");
        }
        hours = Span.inOrder(hours);
        name = name == null ? "" : name;
    }

    public boolean covers(LocalDate date) {
        if (!yearly) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
        MonthDay day = MonthDay.from(date);
        MonthDay from = MonthDay.from(first);
        MonthDay to = MonthDay.from(last);
        boolean afterFrom = !day.isBefore(from);
        boolean beforeTo = !day.isAfter(to);
        boolean overNewYear = first.getYear() != last.getYear();
        return !date.isBefore(first) && (overNewYear ? afterFrom || beforeTo : afterFrom && beforeTo);
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
