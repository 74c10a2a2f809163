package callward.wording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Day and hour of a call, in the words of a language: {@code call.date}, {@code call.time}, {@code call.weekday}. */
public final class CallHour {

    private CallHour() { }

    public static Facts facts(Instant at, ZoneId zone, Locale language) {
        ZonedDateTime there = at.atZone(zone);
        return Facts.of("call.date", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(there))
                .with("call.time", plain(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language).format(there)))
                .with("call.weekday", there.getDayOfWeek().getDisplayName(TextStyle.FULL, language));
    }

    /** Some languages put a narrow space before AM and PM, which not every voice takes for a space. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
