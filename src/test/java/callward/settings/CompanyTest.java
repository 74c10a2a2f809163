package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.GivenSettings;
import callward.house.Wired;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTest {

    private final Company company = Wired.with(new GivenSettings().with(Setting.TIME_ZONE, "Europe/Madrid")).bean(Company.class);

    @Test
    void a_day_begins_when_it_begins_where_the_company_is() {
        assertEquals(Optional.of(Instant.parse("2026-11-23T23:00:00Z")), company.midnight("2026-11-24", 0));
        assertEquals(Optional.of(Instant.parse("2026-03-29T22:00:00Z")), company.midnight("2026-03-29", 1)); // the day on which an hour is left out
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "+999999999-12-31", "+10000-01-01", "-0001-01-01"})
    void nonsense_is_no_day(String day) {
        assertEquals(Optional.empty(), company.midnight(day, 1));
    }
}
