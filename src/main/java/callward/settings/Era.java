package callward.settings;

import java.time.Instant;
import java.time.LocalDate;

/** The years that anybody means who says a time. A program may say others, which neither a calendar nor a database can keep. */
public final class Era {

    public static final int FIRST = 1900;
    public static final int LAST = 2200;

    private static final Instant BEGINS = Instant.parse(FIRST + "-01-01T00:00:00Z");
    private static final Instant ENDS = Instant.parse(LAST + 1 + "-01-01T00:00:00Z");

    private Era() { }

    public static boolean holds(Instant moment) {
        return !moment.isBefore(BEGINS) && moment.isBefore(ENDS);
    }

    public static boolean holds(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }
}
