package callward.hours;

import callward.flow.OpeningHours;
import callward.flow.OpeningHours.Verdict;
import callward.settings.Saying;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** What a calendar says of a moment, in somebody's language: open or closed, why, and what comes next. Times are those of the calendar. */
public final class Outlook {

    private final Instant at;
    private final OpeningHours hours;
    private final Verdict verdict;
    private final String holiday;
    private final Locale language;
    private Optional<Instant> next;

    private Outlook(Instant at, OpeningHours hours, String holiday, Locale language) {
        this.at = at;
        this.hours = hours;
        this.verdict = hours.at(at);
        this.holiday = holiday;
        this.language = language;
    }

    static Outlook of(Calendar calendar, OpeningHours hours, Instant at, Holidays holidays, Locale language) {
        Verdict verdict = hours.at(at);
        String holiday = verdict.reason() != OpeningHours.Reason.HOLIDAY ? ""
                : holidays.on(verdict.day(), calendar.getCountry(), calendar.getRegion()).map(key -> holidays.name(key, language)).orElse("");
        return new Outlook(at, hours, holiday, language);
    }

    public boolean isOpen() {
        return verdict.open();
    }

    public String getReason() {
        return verdict.reason().name();
    }

    /** Of the holiday or the special days; empty otherwise. */
    public String getName() {
        return verdict.name().isEmpty() ? holiday : verdict.name();
    }

    /** Null when nothing changes within a year. */
    public Instant getNextChange() {
        if (next == null) {
            next = hours.nextChange(at);
        }
        return next.orElse(null);
    }

    /** {@code 25 December 2026 09:00}, by the calendar's own clock. */
    public String getMoment() {
        ZonedDateTime there = at.atZone(hours.zone());
        return there.getDayOfWeek().getDisplayName(TextStyle.FULL, language) + ", " + day(there, language) + " " + time(there, language);
    }

    public String getZone() {
        return hours.zone().getId();
    }

    public String getWhy() {
        Saying why = switch (verdict.reason()) {
            case MANUAL -> hours.manual().until() == null ? Saying.of("hours.why.MANUAL.ever")
                    : Saying.of("hours.why.MANUAL", when(hours.manual().until()));
            case SPECIAL -> verdict.name().isEmpty() ? Saying.of("hours.why.SPECIAL") : Saying.of("hours.why.SPECIAL.named", verdict.name());
            case HOLIDAY -> Saying.of("hours.why.HOLIDAY", holiday);
            case WEEK -> verdict.open()
                    ? Saying.of("hours.why.WEEK.open", verdict.day().getDayOfWeek().getDisplayName(TextStyle.FULL, language)) : Saying.of("hours.why.WEEK.closed");
        };
        return why.in(language);
    }

    /** {@code Opens Monday 09:00} */
    public String getNext() {
        Instant change = getNextChange();
        Saying next = change == null ? Saying.of("hours.next.never") : Saying.of(isOpen() ? "hours.next.closes" : "hours.next.opens", when(change));
        return next.in(language);
    }

    private String when(Instant moment) {
        return when(moment, at, hours.zone(), language);
    }

    /** The nearer, the shorter: {@code 17:00}, {@code Monday 09:00}, {@code 25 December 2026 09:00}. */
    static String when(Instant moment, Instant seenFrom, ZoneId zone, Locale language) {
        ZonedDateTime there = moment.atZone(zone);
        ZonedDateTime here = seenFrom.atZone(zone);
        if (there.toLocalDate().equals(here.toLocalDate())) {
            return time(there, language);
        }
        return there.toLocalDate().isBefore(here.toLocalDate().plusDays(7)) && there.isAfter(here)
                ? there.getDayOfWeek().getDisplayName(TextStyle.FULL, language) + " " + time(there, language) : day(there, language) + " " + time(there, language);
    }

    private static String day(ZonedDateTime there, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(there);
    }

    private static String time(ZonedDateTime there, Locale language) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language).format(there).replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
