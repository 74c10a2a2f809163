package callward.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private final Holidays holidays = new Holidays();

    @Test
    void public_holidays_close() {
        assertTrue(isOff("US", null, "2026-11-26"), "Thanksgiving");
        assertFalse(isOff("US", null, "2026-11-27"));
        assertTrue(isOff("DE", null, "2026-10-03"));
        assertFalse(holidays.closing(null, null, Set.of()).test(LocalDate.parse("2026-12-25")));
    }

    @Test
    void a_region_has_more_of_them() {
        assertFalse(isOff("DE", null, "2026-01-06"));
        assertTrue(isOff("DE", "by", "2026-01-06"));
        assertFalse(isOff("DE", "by", "2026-08-08"));
        assertTrue(isOff("DE", "by-ag", "2026-08-08"), "the Peace of Augsburg");
    }

    @Test
    void one_that_falls_on_a_weekend_is_had_on_another_day_too() {
        assertTrue(isOff("US", null, "2026-07-03"));
        assertTrue(isOff("US", null, "2026-07-04"));
        assertTrue(isOff("US", null, "2021-12-31"), "New Year of 2022 was a Saturday");
        assertTrue(isOff("US", null, "2022-01-01"));
    }

    @Test
    void what_people_work_on_does_not_close() {
        assertFalse(holidays.closing("US", null, Set.of("THANKSGIVING")).test(LocalDate.parse("2026-11-26")));
        assertTrue(holidays.closing("US", null, Set.of("THANKSGIVING")).test(LocalDate.parse("2026-12-25")));
    }

    @Test
    void they_have_names_in_the_reader_s_language() {
        assertEquals("Thanksgiving Day", holidays.name("THANKSGIVING", Locale.ENGLISH));
        assertEquals("Viernes Santo", holidays.name("christian.GOOD_FRIDAY", Locale.forLanguageTag("es")));
        assertEquals("Karfreitag", holidays.name("christian.GOOD_FRIDAY", Locale.GERMAN));
    }

    @Test
    void countries_and_regions_can_be_chosen() {
        assertEquals("Alemania", holidays.countries(Locale.forLanguageTag("es")).get("DE"));
        assertTrue(holidays.countries(Locale.ENGLISH).size() > 150);
        assertEquals("Bavaria", holidays.regions("DE", Locale.ENGLISH).get("by"));
        assertFalse(holidays.knows("XX"));
        assertFalse(holidays.knows("../etc"));
        assertTrue(holidays.regions("XX", Locale.ENGLISH).isEmpty());
    }

    @Test
    void the_year_is_no_limit() {
        assertEquals(10, holidays.between(LocalDate.parse("2050-01-01"), LocalDate.parse("2050-12-31"), "ES", null).size());
        assertFalse(isOff("ES", null, "9999-12-25"));
    }

    private boolean isOff(String country, String region, String date) {
        return holidays.closing(country, region, Set.of()).test(LocalDate.parse(date));
    }
}
