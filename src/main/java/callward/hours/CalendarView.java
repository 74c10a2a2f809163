package callward.hours;

import callward.flow.Span;
import callward.settings.Company;
import callward.settings.Refused;
import callward.settings.Saying;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One calendar: its name, its clock, its week, whose holidays it keeps; and what it says of any moment. */
@Named
@ViewScoped
public class CalendarView implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Chosen in one field, as country/region. */
    private static final List<String> PLACE = List.of("country", "region");
    private static final String USUAL = "09:00-17:00";

    @Inject
    CalendarBook book;
    @Inject
    Holidays holidays;
    @Inject
    Company company;

    private String key;
    private Map<String, String> seen;
    private String name;
    private String zone;
    private String place;
    private final Map<String, String> week = new HashMap<>();
    private transient List<CalendarUsers.Use> uses;

    public void load() {
        key = Faces.getRequestParameter("key");
        if (key == null) {
            place = company.country();
            List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day.name(), USUAL));
            return;
        }
        Optional<Calendar> found = book.find(key);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such calendar");
            return;
        }
        Calendar calendar = found.get();
        seen = calendar.content();
        name = calendar.getName();
        zone = calendar.getZone() == null ? null : calendar.getZone().getId();
        place = calendar.getCountry() == null ? "" : calendar.getRegion() == null ? calendar.getCountry() : calendar.getCountry() + "/" + calendar.getRegion();
        calendar.getWeek().forEach((day, hours) -> week.put(day.name(), Span.text(hours)));
    }

    public boolean isNew() {
        return seen == null;
    }

    public String save() {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        boolean good = true;
        for (DayOfWeek day : DayOfWeek.values()) {
            good &= take(days, day);
        }
        return good ? save(days) : null;
    }

    private String save(Map<DayOfWeek, List<Span>> days) {
        String[] holidaysOf = place == null || place.isBlank() ? new String[2] : (place + "/").split("/", -1);
        CalendarText text = new CalendarText(name, zone, holidaysOf[0], holidaysOf[1], days);
        try {
            Calendar kept = isNew() ? book.add(key == null || key.isBlank() ? keyOf(name) : key.strip(), text) : book.change(key, text, seen);
            Messages.addFlashGlobalInfo("hours.saved", kept.getName());
            return "/hours/calendar?faces-redirect=true&key=" + kept.getKey();
        } catch (Refused refused) {
            complain(refused);
        }
        return null;
    }

    private static void complain(Refused refused) {
        refused.faults().forEach((field, saying) -> Messages.addError(field.isEmpty() ? null : "calendar:" + (PLACE.contains(field) ? "place" : field), saying.in(Faces.getLocale())));
    }

    public String delete() {
        try {
            book.delete(key, seen);
            Messages.addFlashGlobalInfo("hours.deleted", name);
            return "/hours/index?faces-redirect=true";
        } catch (Refused refused) {
            complain(refused);
        }
        return null;
    }

    public List<CalendarUsers.Use> getUses() {
        if (uses == null) {
            uses = book.uses(key);
        }
        return uses;
    }

    /** Whether calls go by it, so that it cannot be deleted. */
    public boolean isLive() {
        return getUses().stream().anyMatch(CalendarUsers.Use::live);
    }

    public String getCompanyZone() {
        return Saying.of("hours.zoneOfCompany", company.zone().getId()).in(Faces.getLocale());
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") || id.equals("UTC")).sorted().toList();
    }

    /** Countries and their regions, as {@code DE} and {@code DE/by}. */
    public List<SelectItem> getPlaces() {
        Locale language = Faces.getLocale();
        List<SelectItem> places = new ArrayList<>();
        holidays.countries(language).forEach((code, country) -> {
            places.add(new SelectItem(code, country));
            boolean near = code.equals(company.country()) || place != null && place.startsWith(code);
            if (near) { // thousands of others would make nobody wiser
                holidays.regions(code, language).forEach((id, region) -> places.add(new SelectItem(code + "/" + id, country + " – " + region)));
            }
        });
        return places;
    }

    public List<DayOfWeek> getDays() {
        return Arrays.asList(DayOfWeek.values());
    }

    public String dayName(DayOfWeek day) {
        String shown = day.getDisplayName(TextStyle.FULL, Faces.getLocale());
        return shown.substring(0, 1).toUpperCase(Faces.getLocale()) + shown.substring(1);
    }

    public Map<String, String> getWeek() {
        return week;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    private boolean take(Map<DayOfWeek, List<Span>> days, DayOfWeek day) {
        try {
            days.put(day, Span.list(week.get(day.name())));
            return true;
        } catch (IllegalArgumentException e) {
            Messages.addError("calendar:" + day.name(), "hours.spansWrong");
            return false;
        }
    }

    /** A name as a script's word: {@code "Büro Süd"} becomes {@code buro-sud}. */
    static String keyOf(String name) {
        String plain = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String word = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return word.substring(0, Math.min(40, word.length())).replaceAll("-+$", "");
    }
}
