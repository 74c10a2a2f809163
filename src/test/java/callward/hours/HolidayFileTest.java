package callward.hours;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.SpecialDays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void whole_days_are_taken_over() {
        assertEquals(List.of(day("2026-12-25", "2026-12-25", false, "Christmas, at last")),
                taken("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Christmas\\, at last"));
        assertEquals(List.of(day("2026-12-24", "2027-01-01", false, "Winter")), taken("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102\nSUMMARY:Win\n ter"));
        assertEquals(List.of(day("2026-12-25", "2026-12-25", false, "")), taken("DTSTART;VALUE=DATE:20261225"));
        assertEquals(List.of(day("2026-12-24", "2026-12-26", false, "")), taken("DTSTART;VALUE=DATE:20261224\nDURATION:P3D"));
    }

    @Test
    void whole_days_as_outlook_writes_them_are_too() {
        assertEquals(List.of(day("2026-12-25", "2026-12-25", false, "X")),
                taken("DTSTART;TZID=W. Europe Standard Time:20261225T000000\nDTEND;TZID=W. Europe Standard Time:20261226T000000\nSUMMARY:X"));
    }

    @Test
    void what_comes_every_year_does_so_here() {
        assertEquals(List.of(day("2015-12-25", "2015-12-25", true, "X")), taken("DTSTART;VALUE=DATE:20151225\nRRULE:FREQ=YEARLY\nSUMMARY:X"));
        assertEquals(List.of(day("2015-12-25", "2015-12-25", true, "X")),
                taken("DTSTART;VALUE=DATE:20151225\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25\nSUMMARY:X"));
    }

    @Test
    void a_day_that_moves_is_written_out_for_years() {
        List<SpecialDays> thanksgiving = taken("DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:Thanksgiving");
        assertEquals(day("2026-11-26", "2026-11-26", false, "Thanksgiving"), thanksgiving.getFirst());
        assertEquals(day("2027-11-25", "2027-11-25", false, "Thanksgiving"), thanksgiving.get(1));
        assertTrue(thanksgiving.size() >= 10, thanksgiving.size() + " years");
    }

    @Test
    void what_ends_or_leaves_a_year_out_is_written_out() {
        assertEquals(List.of(day("2026-12-25", "2026-12-25", false, ""), day("2027-12-25", "2027-12-25", false, "")),
                taken("DTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;COUNT=3"));
        assertEquals(List.of(day("2027-12-25", "2027-12-25", false, "")),
                taken("DTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;UNTIL=20280101\nEXDATE;VALUE=DATE:20261225"));
    }

    @Test
    void hours_weeks_and_what_is_over_are_left_out_and_counted() {
        HolidayFile.Taken taken = read(calendar(event("DTSTART;VALUE=DATE:20261225"), event("DTSTART:20261225T100000Z\nDTEND:20261225T110000Z"),
                event("DTSTART;VALUE=DATE:20261125\nRRULE:FREQ=WEEKLY"), event("DTSTART;VALUE=DATE:20200101"), event("SUMMARY:no day"),
                event("DTSTART;VALUE=DATE:20261226\nSTATUS:CANCELLED"), event("DTSTART;VALUE=DATE:20261225\nDTEND:20261226T120000"),
                event("DTSTART;VALUE=DATE:20261301"), event("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20301225")));
        assertEquals(1, taken.days().size());
        assertEquals(8, taken.leftOut());
    }

    @Test
    void an_alarm_within_an_event_is_not_the_event() {
        assertEquals(List.of(day("2026-12-25", "2026-12-25", false, "X")),
                taken("DTSTART;VALUE=DATE:20261225\nSUMMARY:X\nBEGIN:VALARM\nDURATION:P9D\nSUMMARY:Y\nEND:VALARM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html>", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART", "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101\nEND:VEVENT\nEND:VCALENDAR\n"})
    void what_is_no_calendar_with_days_is_refused_and_says_what_to_do(String content) {
        HoursRefused refused = assertThrows(HoursRefused.class, () -> read(content));
        assertTrue(refused.saying().inEnglish().matches(".*(Export|Choose).*"), refused.saying().inEnglish());
    }

    @Test
    void hostile_files_are_refused_in_no_time() {
        List<byte[]> files = List.of(new byte[HolidayFile.MAX_BYTES + 1], new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, "BEGIN:VCALENDAR\né".getBytes(ISO_8859_1),
                ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(50_000)).getBytes(UTF_8), calendar(event("DTSTART:20261225").repeat(6_000)).getBytes(UTF_8),
                ("BEGIN:VCALENDAR\n" + "X".repeat(900_000)).getBytes(UTF_8), ("BEGIN:VCALENDAR\n" + "\n ".repeat(400_000)).getBytes(UTF_8),
                calendar(event("DTSTART:20261225\nRDATE:" + days(90_000))).getBytes(UTF_8),
                calendar(event("DTSTART:20261225\nRRULE:FREQ=SECONDLY"), event("DTSTART:19000101\nRRULE:FREQ=YEARLY;BYMONTHDAY=" + "31,".repeat(9_000) + "1"),
                        event("DTSTART:00010101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
                        event("DTSTART:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31")).getBytes(UTF_8));
        for (byte[] file : files) {
            assertTimeout(Duration.ofSeconds(10), () -> assertThrows(HoursRefused.class, () -> HolidayFile.read(file, TODAY)));
        }
    }

    @Test
    void a_file_that_was_cut_or_garbled_anywhere_is_read_or_refused() {
        String good = calendar(event("DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5\nSUMMARY;LANGUAGE=en:\"X\""),
                event("DTSTART;VALUE=DATE:20261225\nEXDATE:20271225\nRRULE:FREQ=YEARLY"));
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            char[] garbled = good.toCharArray();
            for (int n = random.nextInt(4); n >= 0; n--) {
                garbled[random.nextInt(garbled.length)] = ";:=,\"\n\\0Z-T".charAt(random.nextInt(11));
            }
            String text = new String(garbled, 0, 1 + random.nextInt(garbled.length));
            try {
                assertTrue(!read(text).days().isEmpty());
            } catch (HoursRefused refused) {
                assertEquals(Set.of("file"), refused.faults().keySet());
            }
        }
    }

    private static String days(int count) {
        return String.join(",", IntStream.range(0, count).mapToObj(i -> LocalDate.of(2027, 1, 1).plusDays(i % 50_000).toString().replace("-", "")).toList());
    }

    private static SpecialDays day(String first, String last, boolean yearly, String name) {
        return new SpecialDays(LocalDate.parse(first), LocalDate.parse(last), yearly, List.of(), name);
    }

    private static List<SpecialDays> taken(String event) {
        return read(calendar(event(event))).days();
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n";
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    private static HolidayFile.Taken read(String text) {
        return HolidayFile.read(text.getBytes(UTF_8), TODAY);
    }
}
