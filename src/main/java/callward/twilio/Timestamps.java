package callward.twilio;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the carrier's times: RFC 2822 as Twilio writes them, or RFC 3339 as others do. */
final class Timestamps {

    private Timestamps() { }

    /** Never later than now; nonsense, or nothing, is now. */
    static Instant read(String text, Instant now) {
        Instant told = parse(text.strip(), now);
        return told.isAfter(now) ? now : told;
    }

    private static Instant parse(String text, Instant now) {
        try {
            return text.contains(",") ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException nonsense) {
            return now;
        }
    }
}
