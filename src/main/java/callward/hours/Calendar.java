package callward.hours;

import callward.flow.OpeningHours;
import callward.flow.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opening hours with a name. Scripts name it by its key, which therefore never changes. */
@Entity
@Table(name = "calendar")
public class Calendar implements Serializable {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String key;
    private String name;
    private String zone;
    private String country;
    private String region;
    private String week = "";
    private String worked = "";
    @Column(name = "manual_open")
    private Boolean manualOpen;
    @Column(name = "manual_since")
    private Instant manualSince;
    @Column(name = "manual_until")
    private Instant manualUntil;

    protected Calendar() { }

    Calendar(String key) {
        this.key = key;
    }

    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    /** Null: the company's. */
    public ZoneId getZone() {
        return zone == null ? null : ZoneId.of(zone);
    }

    /** ISO 3166; null: no public holidays. */
    public String getCountry() {
        return country;
    }

    /** Null: those of the whole country. */
    public String getRegion() {
        return region;
    }

    /** Of each day; a day without hours is missing. */
    public Map<DayOfWeek, List<Span>> getWeek() {
        return weekOf(week);
    }

    /** Public holidays on which people work all the same. */
    public Set<String> getWorked() {
        return wordsOf(worked);
    }

    /** Null: nobody has switched it. */
    public OpeningHours.Manual getManual() {
        return manualOpen == null ? null : new OpeningHours.Manual(manualOpen, manualSince, manualUntil);
    }

    void describe(CalendarText text) {
        name = text.name();
        zone = text.zone();
        country = text.country();
        region = text.region();
        week = text.week().entrySet().stream().filter(day -> !day.getValue().isEmpty()).sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + " " + Span.text(day.getValue())).collect(Collectors.joining("\n"));
    }

    void switchTo(OpeningHours.Manual manual) {
        manualOpen = manual == null ? null : (Boolean) manual.open();
        manualSince = manual == null ? null : manual.since();
        manualUntil = manual == null ? null : manual.until();
    }

    void workOn(Collection<String> holidays) {
        worked = holidays.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** All that a person can change in its form: equal while nobody has changed it. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        content.put("name", name);
        content.put("zone", zone);
        content.put("country", country);
        content.put("region", region);
        getWeek().forEach((day, hours) -> content.put(day.name().toLowerCase(Locale.ROOT), Span.text(hours)));
        return content;
    }

    /** For the audit log. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(content());
        facts.put("worked holidays", String.join(", ", getWorked()));
        facts.put("switched", manualOpen == null ? "" : (manualOpen ? "open" : "closed") + (manualUntil == null ? "" : " until " + manualUntil));
        return facts;
    }

    static Map<DayOfWeek, List<Span>> weekOf(String week) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        week.lines().forEach(line -> days.put(DayOfWeek.valueOf(line.substring(0, line.indexOf(' '))), Span.list(line.substring(line.indexOf(' ')))));
        return days;
    }

    static Set<String> wordsOf(String lines) {
        return lines.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(lines.split("\n")));
    }
}
