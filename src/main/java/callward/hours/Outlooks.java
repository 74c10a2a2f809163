package callward.hours;

import callward.flow.OpeningHours;
import callward.settings.Era;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Says what happens now or at any other moment, by the very rules that calls go by, read anew: calls on another node may be seconds behind. */
@ApplicationScoped
class Outlooks {

    @Inject
    CalendarShelf shelf;
    @Inject
    CalendarBook book;
    @Inject
    Holidays holidays;
    @Inject
    Clock clock;

    Outlook now(Calendar calendar, Locale language) {
        return at(calendar, clock.instant(), language);
    }

    Outlook at(Calendar calendar, Instant instant, Locale language) {
        CalendarShelf.Kept kept = Optional.ofNullable(shelf.all().get(calendar.getKey())).orElseThrow(HoursRefused::gone);
        OpeningHours hours = kept.in(book.zone(calendar));
        return Outlook.of(calendar, hours, instant, holidays, language);
    }

    /** @param text an instant, or a date and time by the calendar's own clock: {@code 2026-12-25T09:00}; nothing for nonsense */
    Optional<Instant> moment(Calendar calendar, String text) {
        return moment(text, book.zone(calendar));
    }

    static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            Instant instant = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).atZone(zone).toInstant();
            return Optional.of(instant).filter(Era::holds);
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    /** {@code hour}, {@code today} (until midnight) or {@code ever} (null), from now. */
    Instant end(Calendar calendar, String end) {
        ZoneId zone = book.zone(calendar);
        return switch (end == null ? "today" : end) {
            case "hour" -> clock.instant().plusSeconds(3600);
            case "ever" -> null;
            default -> clock.instant().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }
}
