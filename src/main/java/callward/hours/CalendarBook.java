package callward.hours;

import callward.access.Audit;
import callward.access.Deed;
import callward.flow.OpeningHours;
import callward.flow.Span;
import callward.flow.SpecialDays;
import callward.settings.Company;
import callward.settings.Duplicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Calendars as the people see them who keep them. What will not do is refused by the name of its field; each change is noted in the audit log. */
@ApplicationScoped
@Transactional
public class CalendarBook {

    static final int LONGEST_NAME = 100;
    static final int MOST_SPECIAL_DAYS = 2000;
    private static final String ROOM = "hours";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    @Any
    Instance<CalendarUsers> users;
    @Inject
    Holidays holidays;
    @Inject
    Company company;
    @Inject
    Audit audit;
    @Inject
    Clock clock;
    @Inject
    Event<CalendarsChanged> changed;

    public List<Calendar> all() {
        return entities.createQuery("select c from Calendar c order by lower(c.name), c.id", Calendar.class).getResultList();
    }

    public Optional<Calendar> find(String key) {
        return entities.createQuery("select c from Calendar c where c.key = :key", Calendar.class).setParameter("key", key).getResultStream().findFirst();
    }

    public ZoneId zone(Calendar calendar) {
        return calendar.getZone() == null ? company.zone() : calendar.getZone();
    }

    /** Where it counts: scripts, and drafts that will. */
    public List<CalendarUsers.Use> uses(String key) {
        return users.stream().flatMap(room -> room.uses().getOrDefault(key, List.of()).stream()).toList();
    }

    /** In the order of the year. */
    public List<SpecialDay> specialDays(Calendar calendar) {
        return entities.createQuery("select d from SpecialDay d where d.calendarId = :calendar order by d.first, d.last, d.id", SpecialDay.class)
                .setParameter("calendar", calendar.getId()).getResultList();
    }

    /** Nine to five from Monday to Friday, by the company's clock, closed on its country's public holidays: as most begin. */
    public Calendar addUsual(String key, String name) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, List.of(new Span(9 * 60, 17 * 60))));
        return add(key, new CalendarText(name, null, holidays.knows(company.country()) ? company.country() : null, null, week));
    }

    Calendar add(String key, CalendarText text) {
        if (!Calendar.isKey(key)) {
            throw new HoursRefused("key", "hours.keyWrong");
        }
        if (find(key).isPresent()) {
            throw taken(key);
        }
        Calendar calendar = new Calendar(key);
        calendar.describe(checked(text));
        entities.persist(calendar);
        Duplicate.refused(entities, () -> taken(key));
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.CREATED, Map.of(), calendar.facts());
        return calendar;
    }

    private static HoursRefused taken(String key) {
        return new HoursRefused("key", "hours.keyTaken", key);
    }

    /**
     * Describes a known calendar anew.
     *
     * @param seen {@link Calendar#content} as it was before; null when nobody has looked
     * @throws ChangedMeanwhile when it is not as it was seen: what somebody else has written must not be lost unnoticed
     */
    Calendar change(String key, CalendarText text, Map<String, String> seen) {
        CalendarText good = checked(text);
        return change(key, calendar -> {
            if (seen != null && !calendar.content().equals(seen)) {
                throw new ChangedMeanwhile();
            }
            calendar.describe(good);
        });
    }

    /** Whatever it is now. @throws CalendarInUse while calls go by it */
    void delete(String key) {
        delete(key, null);
    }

    /**
     * @param seen {@link Calendar#content} as it was when whoever deletes it read it; null when nobody has looked
     * @throws ChangedMeanwhile when it is not as it was seen
     * @throws CalendarInUse    while calls go by it
     */
    void delete(String key, Map<String, String> seen) {
        Calendar calendar = locked(key);
        if (seen != null && !calendar.content().equals(seen)) {
            throw new ChangedMeanwhile();
        }
        List<CalendarUsers.Use> live = uses(key).stream().filter(CalendarUsers.Use::live).toList();
        if (!live.isEmpty()) {
            throw new CalendarInUse(live);
        }
        Map<String, String> facts = calendar.facts();
        entities.createQuery("delete from SpecialDay d where d.calendarId = :calendar").setParameter("calendar", calendar.getId()).executeUpdate();
        entities.remove(calendar);
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.DELETED, facts, Map.of());
    }

    /** @param until null: until somebody switches again */
    Calendar switchTo(String key, boolean open, Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw new HoursRefused("until", "hours.untilPast");
        }
        return change(key, calendar -> calendar.switchTo(new OpeningHours.Manual(open, now, until)));
    }

    /** Lets the calendar decide again. */
    Calendar release(String key) {
        return change(key, calendar -> calendar.switchTo(null));
    }

    /** @param open whether people work on the public holiday, this year and every year */
    Calendar work(String key, String holiday, boolean open) {
        return change(key, calendar -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone(calendar));
            boolean known = holidays.between(today.minusYears(1), today.plusYears(2), calendar.getCountry(), calendar.getRegion()).stream()
                    .anyMatch(day -> day.key().equals(holiday));
            if (!known && !calendar.getWorked().contains(holiday)) {
                throw new HoursRefused("holiday", "hours.noSuchHoliday");
            }
            Set<String> worked = new TreeSet<>(calendar.getWorked());
            if (open) {
                worked.add(holiday);
            } else {
                worked.remove(holiday);
            }
            calendar.workOn(worked);
        });
    }

    SpecialDay addSpecial(String key, SpecialDays days) {
        Calendar calendar = locked(key);
        if (days.name().length() > LONGEST_NAME) {
            throw new HoursRefused("name", "hours.nameWrong", LONGEST_NAME);
        }
        roomFor(calendar, 1);
        SpecialDay added = new SpecialDay(calendar.getId(), days, null);
        entities.persist(added);
        entities.flush();
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.CHANGED, Map.of(), Map.of("special day", added.said()));
        return added;
    }

    SpecialDay removeSpecial(String key, long id) {
        Calendar calendar = locked(key);
        SpecialDay day = Optional.ofNullable(entities.find(SpecialDay.class, id)).filter(found -> found.getCalendarId().equals(calendar.getId()))
                .orElseThrow(() -> HoursRefused.gone("special.gone"));
        entities.remove(day);
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.CHANGED, Map.of("special day", day.said()), Map.of());
        return day;
    }

    /** Takes over the days of an iCalendar file; those that came from a file of the same name before make way for them. */
    HolidayFile.Taken takeIn(String key, String file, byte[] content) {
        Calendar calendar = locked(key);
        HolidayFile.Taken taken = HolidayFile.read(content, LocalDate.ofInstant(clock.instant(), zone(calendar)));
        String source = file == null || file.isBlank() ? "calendar.ics" : file.strip().substring(0, Math.min(200, file.strip().length()));
        entities.createQuery("delete from SpecialDay d where d.calendarId = :calendar and d.source = :source")
                .setParameter("calendar", calendar.getId()).setParameter("source", source).executeUpdate();
        roomFor(calendar, taken.days().size());
        taken.days().forEach(days -> entities.persist(new SpecialDay(calendar.getId(), days, source)));
        entities.flush();
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.IMPORTED, Map.of(), Map.of("file", source, "days", "" + taken.days().size(), "left out", "" + taken.leftOut()));
        return taken;
    }

    private void roomFor(Calendar calendar, int more) {
        if (specialDays(calendar).size() + more > MOST_SPECIAL_DAYS) {
            throw new HoursRefused("first", "special.tooMany", MOST_SPECIAL_DAYS);
        }
    }

    private Calendar change(String key, Consumer<Calendar> change) {
        Calendar calendar = locked(key);
        Map<String, String> before = calendar.facts();
        change.accept(calendar);
        entities.flush();
        changed.fire(new CalendarsChanged());
        audit.note(ROOM, key, calendar.getName(), Deed.CHANGED, before, calendar.facts());
        return calendar;
    }

    private Calendar locked(String key) {
        Calendar calendar = find(key).orElseThrow(HoursRefused::gone);
        entities.refresh(calendar, LockModeType.PESSIMISTIC_WRITE);
        return calendar;
    }

    private CalendarText checked(CalendarText text) {
        String name = text.name() == null ? "" : text.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new HoursRefused("name", "hours.nameWrong", LONGEST_NAME);
        }
        String zone = blankToNull(text.zone());
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new HoursRefused("zone", "setting.wrong.TIME_ZONE");
        }
        String country = blankToNull(text.country());
        if (country != null && !holidays.knows(country)) {
            throw new HoursRefused("country", "hours.countryWrong");
        }
        String region = blankToNull(text.region());
        if (region != null && !holidays.regions(country, Locale.ENGLISH).containsKey(region)) {
            throw new HoursRefused("region", "hours.regionWrong");
        }
        return new CalendarText(name, zone, country, region, text.week());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
