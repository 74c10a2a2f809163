package callward.hours;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Public holidays of countries and their regions, from the rules that come with the product. What was worked out stays in memory. */
@ApplicationScoped
public class Holidays {

    /** A day off. One that falls on a weekend may be had on another day: both are days off, under the same key. */
    public record DayOff(LocalDate date, String key) { }

    private record Place(String country, String region, int year) { }

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_IN_MEMORY = 2000;
    private static final ResourceBundle.Control EXACTLY = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<Place, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

    /** Whether a day is off; no country, none is. */
    Predicate<LocalDate> closing(String country, String region, Set<String> worked) {
        return country == null ? date -> false : date -> {
            String key = in(country, region, date.getYear()).get(date);
            return key != null && !worked.contains(key);
        };
    }

    /** Which holiday a day is, by its key; worked or not. */
    Optional<String> on(LocalDate date, String country, String region) {
        return country == null ? Optional.empty() : Optional.ofNullable(in(country, region, date.getYear()).get(date));
    }

    /** In the order of the year. */
    public List<DayOff> between(LocalDate first, LocalDate last, String country, String region) {
        List<DayOff> days = new ArrayList<>();
        for (int year = first.getYear(); country != null && year <= last.getYear(); year++) {
            in(country, region, year).forEach((date, key) -> days.add(new DayOff(date, key)));
        }
        return days.stream().filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last)).sorted(Comparator.comparing(DayOff::date)).toList();
    }

    /** In the reader's language, where anybody has translated it. */
    public String name(String key, Locale language) {
        ResourceBundle own = ResourceBundle.getBundle("callward.holidays", language, EXACTLY);
        return own.containsKey(key) ? own.getString(key) : new Holiday(LocalDate.EPOCH, key, HolidayType.PUBLIC_HOLIDAY).getDescription(language);
    }

    public boolean knows(String country) {
        return country != null && country.matches("[A-Z]{2}") && HolidayManager.getSupportedCalendarCodes().contains(country);
    }

    /** By their code, in the order of their names. */
    public Map<String, String> countries(Locale language) {
        Map<String, String> countries = new HashMap<>();
        HolidayManager.getSupportedCalendarCodes().stream().filter(this::knows)
                .forEach(code -> countries.put(code, Locale.of("", code).getDisplayCountry(language)));
        return byName(countries, language);
    }

    /** Parts of a country that have holidays of their own, by their code, in the order of their names. */
    public Map<String, String> regions(String country, Locale language) {
        Map<String, String> regions = new HashMap<>();
        if (knows(country)) {
            add(regions, manager(country).getCalendarHierarchy(), "", "", language);
        }
        return byName(regions, language);
    }

    private static void add(Map<String, String> regions, CalendarHierarchy above, String code, String name, Locale language) {
        above.getChildren().forEach((id, region) -> {
            String shown = name + region.getDescription(language);
            regions.put(code + id, shown);
            add(regions, region, code + id + "-", shown + " – ", language);
        });
    }

    private static Map<String, String> byName(Map<String, String> names, Locale language) {
        Map<String, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream().sorted(Map.Entry.comparingByValue(Collator.getInstance(language))).forEach(name -> sorted.put(name.getKey(), name.getValue()));
        return sorted;
    }

    private Map<LocalDate, String> in(String country, String region, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Map.of();
        }
        if (known.size() > MOST_IN_MEMORY) {
            known.clear();
        }
        return known.computeIfAbsent(new Place(country, region, year), Holidays::workOut);
    }

    private static Map<LocalDate, String> workOut(Place place) {
        Map<LocalDate, String> days = new HashMap<>();
        String[] region = place.region == null ? new String[0] : place.region.split("-");
        for (int year = place.year - 1; year <= place.year + 1; year++) { // New Year may be had in December
            for (Holiday holiday : manager(place.country).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region)) {
                add(days, place, holiday.getActualDate(), holiday.getPropertiesKey());
                add(days, place, holiday.getDate(), holiday.getPropertiesKey());
            }
        }
        return Map.copyOf(days);
    }

    private static void add(Map<LocalDate, String> days, Place place, LocalDate date, String key) {
        if (date.getYear() == place.year) {
            days.merge(date, key, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
