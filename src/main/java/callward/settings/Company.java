package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Whose desk this is: its name, and the language, country and time it lives by. */
@Named
@ApplicationScoped
public class Company {

    @Inject
    Settings settings;

    public String getName() {
        return settings.text(Setting.COMPANY);
    }

    /** By which a day begins: in lists, filters and reports. */
    public ZoneId zone() {
        try {
            return ZoneId.of(settings.text(Setting.TIME_ZONE));
        } catch (DateTimeException nonsenseInTheEnvironment) {
            return ZoneId.of(Setting.TIME_ZONE.standard());
        }
    }

    /**
     * When a day begins here.
     *
     * @param day       as a browser's date field says it, {@code 2026-11-24}
     * @param daysLater 1 for its end
     * @return nothing for no day, and for nonsense
     */
    public Optional<Instant> midnight(String day, int daysLater) {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse).filter(date -> date.getYear() > 0 && date.getYear() < 10_000) // more than a database keeps
                    .map(date -> date.plusDays(daysLater).atStartOfDay(zone()).toInstant());
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    public Locale language() {
        return Locale.forLanguageTag(settings.text(Setting.LANGUAGE));
    }

    /** ISO 3166: where a number without a country code belongs. */
    public String country() {
        return settings.text(Setting.COUNTRY);
    }
}
