package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

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

    public Locale language() {
        return Locale.forLanguageTag(settings.text(Setting.LANGUAGE));
    }

    /** ISO 3166: where a number without a country code belongs. */
    public String country() {
        return settings.text(Setting.COUNTRY);
    }
}
