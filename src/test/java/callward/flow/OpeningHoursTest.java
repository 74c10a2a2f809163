package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.OpeningHours.Manual;
import callward.flow.OpeningHours.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25); // a Friday

    private final Map<DayOfWeek, List<Span>> week = new HashMap<>();
    private List<SpecialDays> special = List.of();
    private Set<LocalDate> holidays = Set.of();
    private Manual manual;

    OpeningHoursTest() {
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Span.list(day.compareTo(DayOfWeek.FRIDAY) <= 0 ? "9-12, 13-17" : ""));
        }
    }

    @Test
    void a_week_has_hours_and_pauses() {
        assertOpen("2026-11-23T09:00");
        assertClosed("2026-11-23T08:59:59", Reason.WEEK);
        assertOpen("2026-11-23T11:59:59");
        assertClosed("2026-11-23T12:00", Reason.WEEK);
        assertOpen("2026-11-23T13:00");
        assertClosed("2026-11-23T17:00", Reason.WEEK);
        assertClosed("2026-11-22T10:00", Reason.WEEK);
    }

    @Test
    void the_next_change_is_told() {
        assertNext("2026-11-23T08:00", "2026-11-23T09:00");
        assertNext("2026-11-23T09:00", "2026-11-23T12:00");
        assertNext("2026-11-20T18:00", "2026-11-23T09:00");
        week.clear();
        assertEquals(Optional.empty(), hours().nextChange(at("2026-11-20T18:00")));
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Span.list("0-24"));
        }
        assertOpen("2026-11-20T00:00");
        assertEquals(Optional.empty(), hours().nextChange(at("2026-11-20T18:00")));
    }

    @Test
    void an_evening_may_last_until_the_morning() {
        week.put(DayOfWeek.FRIDAY, Span.list("22:00-06:00"));
        assertOpen("2026-11-21T05:59");
        assertClosed("2026-11-21T06:00", Reason.WEEK);
        assertNext("2026-11-20T23:00", "2026-11-21T06:00");
    }

    @Test
    void a_holiday_is_shut_from_midnight_to_midnight() {
        holidays = Set.of(CHRISTMAS);
        assertClosed("2026-12-25T10:00", Reason.HOLIDAY);
        week.put(DayOfWeek.THURSDAY, Span.list("20-4"));
        week.put(DayOfWeek.FRIDAY, Span.list("20-4"));
        assertOpen("2026-12-24T23:59:59");
        assertClosed("2026-12-25T00:00", Reason.HOLIDAY);
        assertClosed("2026-12-26T01:00", Reason.WEEK);
    }

    @Test
    void special_days_win_over_holidays_and_the_week() {
        holidays = Set.of(CHRISTMAS);
        special = List.of(days("2026-12-25", "2026-12-25", false, "10-12", "Emergency service"), days("2026-12-28", "2026-12-31", false, "", "Stocktaking"));
        assertEquals(new OpeningHours.Verdict(true, Reason.SPECIAL, CHRISTMAS, "Emergency service"), hours().at(at("2026-12-25T10:30")));
        assertClosed("2026-12-25T09:30", Reason.SPECIAL);
        assertClosed("2026-12-29T10:00", Reason.SPECIAL);
        assertClosed("2026-12-31T16:00", Reason.SPECIAL);
    }

    @Test
    void hours_of_a_special_day_run_to_their_end() {
        holidays = Set.of(LocalDate.of(2027, 1, 1));
        special = List.of(days("2026-12-31", "2026-12-31", false, "20-2", "New Year’s Eve"));
        assertOpen("2027-01-01T01:59");
        assertClosed("2027-01-01T02:00", Reason.HOLIDAY);
        assertNext("2026-12-31T21:00", "2027-01-01T02:00");
    }

    @Test
    void of_two_special_days_the_shorter_ones_count() {
        special = List.of(days("2026-12-21", "2027-01-05", false, "", "Winter"), days("2026-12-28", "2026-12-28", false, "10-12", ""));
        assertOpen("2026-12-28T10:00");
        assertClosed("2026-12-29T10:00", Reason.SPECIAL);
    }

    @Test
    void special_days_may_come_again_every_year() {
        special = List.of(days("2025-12-24", "2026-01-01", true, "", "Between the years"), days("2024-02-29", "2024-02-29", true, "", "Leap day"));
        assertClosed("2026-12-24T10:00", Reason.SPECIAL);
        assertClosed("2027-12-31T10:00", Reason.SPECIAL);
        assertClosed("2029-01-01T10:00", Reason.SPECIAL);
        assertOpen("2024-12-24T10:00");
        assertClosed("2028-02-29T10:00", Reason.SPECIAL);
        assertOpen("2027-03-01T10:00");
    }

    @Test
    void what_somebody_switched_wins_until_its_end() {
        special = List.of(days("2026-11-23", "2026-11-23", false, "9-17", ""));
        manual = new Manual(false, at("2026-11-23T10:00"), at("2026-11-23T14:00"));
        assertOpen("2026-11-23T09:59");
        assertClosed("2026-11-23T10:00", Reason.MANUAL);
        assertOpen("2026-11-23T14:00");
        assertNext("2026-11-23T11:00", "2026-11-23T14:00");
        manual = new Manual(true, at("2026-11-21T10:00"), null);
        assertOpen("2030-01-01T03:00");
        assertEquals(Optional.empty(), hours().nextChange(at("2026-11-21T10:00")));
    }

    @Test
    void a_switch_that_ends_while_it_is_open_anyway_changes_nothing_then() {
        manual = new Manual(true, at("2026-11-23T07:00"), at("2026-11-23T10:00"));
        assertNext("2026-11-23T07:30", "2026-11-23T12:00");
    }

    @Test
    void a_clock_that_is_put_back_shuts_no_door_twice() {
        week.put(DayOfWeek.SATURDAY, Span.list("22:00-02:30"));
        Instant first = Instant.parse("2026-10-25T00:30:00Z"); // 02:30, and an hour later once more
        assertTrue(hours().at(first).open());
        assertTrue(hours().at(first.plusSeconds(3599)).open());
        assertFalse(hours().at(first.plusSeconds(3600)).open());
    }

    @Test
    void hours_that_a_clock_skips_are_none() {
        week.put(DayOfWeek.SUNDAY, Span.list("02:10-02:50, 03:20-04:00"));
        assertNext("2026-03-29T01:00", "2026-03-29T03:20");
        week.put(DayOfWeek.SUNDAY, Span.list("02:30-04:00"));
        assertNext("2026-03-29T01:00", "2026-03-29T03:00");
    }

    @Test
    void special_days_end_after_they_begin_and_within_a_year() {
        assertThrows(IllegalArgumentException.class, () -> days("2026-12-24", "2026-12-23", false, "", ""));
        assertThrows(IllegalArgumentException.class, () -> days("2026-12-24", "2028-01-01", false, "", ""));
    }

    private OpeningHours hours() {
        return new OpeningHours(BERLIN, week, special, holidays::contains, manual);
    }

    private static SpecialDays days(String first, String last, boolean yearly, String hours, String name) {
        return new SpecialDays(LocalDate.parse(first), LocalDate.parse(last), yearly, Span.list(hours), name);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private void assertOpen(String local) {
        assertTrue(hours().at(at(local)).open(), local);
    }

    private void assertClosed(String local, Reason why) {
        OpeningHours.Verdict verdict = hours().at(at(local));
        assertFalse(verdict.open(), local);
        assertEquals(why, verdict.reason(), local);
    }

    private void assertNext(String after, String change) {
        assertEquals(Optional.of(at(change)), hours().nextChange(at(after)), after);
    }
}
