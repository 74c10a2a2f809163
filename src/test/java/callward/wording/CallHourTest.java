package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallHourTest {

    private static final Instant CHRISTMAS = Instant.parse("2022-12-25T08:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    @Covers("B01")
    void a_callers_day_and_hour_are_the_companys_in_the_lines_language() {
        assertEquals(Map.of("call.date", "December 25, 2022", "call.time", "9:00 AM", "call.weekday", "Sunday"), facts("en-US"));
        assertEquals(Map.of("call.date", "25 de diciembre de 2022", "call.time", "9:00", "call.weekday", "domingo"), facts("es-ES"));
    }

    private static Map<String, String> facts(String language) {
        Facts facts = CallHour.facts(CHRISTMAS, BERLIN, Locale.forLanguageTag(language));
        return facts.values();
    }
}
