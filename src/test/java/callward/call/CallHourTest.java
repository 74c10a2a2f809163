package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Progress;
import callward.house.Covers;
import callward.phone.CallId;
import callward.wording.Facts;
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

    @Test
    void time_goes_on_in_a_call_that_pretends() {
        Instant began = Instant.parse("2026-11-24T14:00:00Z");
        LiveCall call = new LiveCall(new CallId("CA1"), "Widgets", 1, 0, Progress.START, false, began, CHRISTMAS);
        assertEquals(CHRISTMAS.plusSeconds(90), call.hour(began.plusSeconds(90)));
        LiveCall real = new LiveCall(new CallId("CA1"), "Widgets", 1, 0, Progress.START, false, began, null);
        assertEquals(began.plusSeconds(90), real.hour(began.plusSeconds(90)));
    }

    private static Map<String, String> facts(String language) {
        Facts facts = CallHour.facts(CHRISTMAS, BERLIN, Locale.forLanguageTag(language));
        return facts.values();
    }
}
