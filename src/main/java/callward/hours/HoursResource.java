package callward.hours;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.flow.OpeningHours;
import callward.flow.Span;
import callward.flow.SpecialDays;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calendars: when the company is open. What is more particular wins: the switch, special days, public holidays, the week. */
@ApiResource
@Path("hours")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class HoursResource {

    /**
     * Each day's hours, {@code 09:00-12:00, 13:00-17:00}; at most eight. They belong to the day on which they begin and may end on the next:
     * {@code 22:00-06:00}; {@code 00:00-24:00} is a whole day. Null or empty: closed.
     *
     * @param monday    hours of Mondays
     * @param tuesday   hours of Tuesdays
     * @param wednesday hours of Wednesdays
     * @param thursday  hours of Thursdays
     * @param friday    hours of Fridays
     * @param saturday  hours of Saturdays
     * @param sunday    hours of Sundays
     */
    public record WeekText(String monday, String tuesday, String wednesday, String thursday, String friday, String saturday, String sunday) { }

    /**
     * @param open  what it was switched to
     * @param since from when on
     * @param until until when; null: until somebody switches again
     */
    public record SwitchRow(boolean open, Instant since, Instant until) { }

    /**
     * @param key            what scripts call it
     * @param name           what people call it
     * @param zone           its own time zone; null: the company's
     * @param country        ISO 3166, whose public holidays close it; null: none
     * @param region         part of the country, with holidays of its own; null: none
     * @param week           the usual hours
     * @param workedHolidays keys of public holidays on which it is open all the same
     * @param switched       what somebody switched it to; null: nobody has, or it is over
     * @param open           whether it is open now
     */
    public record CalendarRow(String key, String name, String zone, String country, String region, WeekText week, List<String> workedHolidays,
            SwitchRow switched, boolean open) { }

    /**
     * @param name    1 to 100 characters
     * @param zone    IANA time zone, {@code Europe/Madrid}; null: the company's
     * @param country ISO 3166, whose public holidays close it; null: none do
     * @param region  part of the country, as {@code GET /holiday-countries/{country}/regions} lists them; null: the whole country
     * @param week    the usual hours; left out: always closed
     */
    public record CalendarSpec(String name, String zone, String country, String region, WeekText week) { }

    /**
     * @param open    true: open, whatever the calendar says; false: closed
     * @param until   when the calendar decides again; in the future
     * @param forever true, and no {@code until}: until somebody switches again
     */
    public record SwitchSpec(boolean open, Instant until, Boolean forever) { }

    /**
     * @param at         the moment
     * @param open       whether it is open then
     * @param reason     what decides: {@code MANUAL}, {@code SPECIAL}, {@code HOLIDAY} or {@code WEEK}
     * @param name       of the public holiday or the special days; empty otherwise
     * @param zone       by whose clocks
     * @param nextChange when it opens or closes next; null when it does not within 400 days
     */
    public record Outcome(Instant at, boolean open, String reason, String name, String zone, Instant nextChange) { }

    /**
     * @param id     of the special days
     * @param first  the first day
     * @param last   the last day
     * @param yearly again every year
     * @param hours  {@code 10:00-12:00}; empty: closed
     * @param name   why; may be empty
     * @param source name of the file they were taken from; null: written by hand
     */
    public record SpecialRow(long id, LocalDate first, LocalDate last, boolean yearly, String hours, String name, String source) { }

    /**
     * @param first  the first day
     * @param last   the last day, within a year; null: the first day alone
     * @param yearly true: again every year
     * @param hours  {@code 10:00-12:00}, of each of the days; null or empty: closed
     * @param name   why, at most 100 characters
     */
    public record SpecialSpec(LocalDate first, LocalDate last, Boolean yearly, String hours, String name) { }

    /**
     * @param taken   special days that were taken over
     * @param leftOut events that are no whole days, come again in another way than every year, or are over
     */
    public record Taken(int taken, int leftOut) { }

    /**
     * @param date   of the day off
     * @param key    of the holiday, the same every year
     * @param name   in English
     * @param worked whether it is open all the same, every year
     */
    public record HolidayRow(LocalDate date, String key, String name, boolean worked) { }

    /** @param worked true: open all the same, this year and every year */
    public record HolidaySpec(boolean worked) { }

    /**
     * @param name   of the script or whatever goes by it
     * @param places steps or the like, by their names
     * @param page   within the console
     * @param live   whether calls go by it there now, or only a draft names it
     */
    public record CalendarUse(String name, List<String> places, String page, boolean live) { }

    @Inject
    CalendarBook book;
    @Inject
    Outlooks outlooks;
    @Inject
    Holidays holidays;
    @Inject
    Clock clock;

    /** List the calendars. Everybody may see when the company is open; only supervisors change it. */
    @GET
    @Allowed(Role.AGENT)
    public Page<CalendarRow> list(@BeanParam Paging paging) {
        return Page.of(book.all().stream().map(this::shown).toList(), paging);
    }

    /**
     * Read a calendar.
     *
     * @param key what scripts call it, 1 to 40 small letters, digits and dashes
     */
    @GET
    @Path("{key}")
    @Allowed(Role.AGENT)
    public CalendarRow one(@PathParam("key") String key) {
        return shown(known(key));
    }

    /** Make or change a calendar. All of it is set: what is left out is emptied. Its switch, special days and worked holidays stay. */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CalendarRow keep(@PathParam("key") String key, CalendarSpec spec) {
        CalendarText text = new CalendarText(spec.name(), spec.zone(), spec.country(), spec.region(), week(spec.week()));
        return shown(book.find(key).isPresent() ? book.change(key, text, null) : book.add(key, text));
    }

    /** Delete a calendar. 409 while a published script goes by it. */
    @DELETE
    @Path("{key}")
    public void delete(@PathParam("key") String key) {
        book.delete(key);
    }

    /** List the scripts that go by a calendar. */
    @GET
    @Path("{key}/uses")
    public List<CalendarUse> uses(@PathParam("key") String key) {
        return book.uses(known(key).getKey()).stream().map(use -> new CalendarUse(use.name(), use.places(), use.page(), use.live())).toList();
    }

    /**
     * See what happens at a moment. By the very rules that calls go by.
     *
     * @param time an instant, {@code 2026-12-25T08:00:00Z}, or date and time by the calendar's own clock, {@code 2026-12-25T09:00}; now when left out
     */
    @GET
    @Path("{key}/at")
    @Allowed(Role.AGENT)
    public Outcome at(@PathParam("key") String key, @QueryParam("time") String time) {
        Calendar calendar = known(key);
        Instant instant = time == null || time.isBlank() ? clock.instant() : outlooks.moment(calendar, time)
                .orElseThrow(() -> Refusal.field("time", "should be like 2026-12-25T09:00 or 2026-12-25T08:00:00Z"));
        Outlook outlook = outlooks.at(calendar, instant, Locale.ENGLISH);
        return new Outcome(instant, outlook.isOpen(), outlook.getReason(), outlook.getName(), outlook.getZone(), outlook.getNextChange());
    }

    /** Close or open now, whatever the calendar says. With an end: {@code until}, or explicitly {@code forever}. */
    @PUT
    @Path("{key}/switch")
    @Consumes(MediaType.APPLICATION_JSON)
    public CalendarRow switchTo(@PathParam("key") String key, SwitchSpec spec) {
        if ((spec.until() == null) != Boolean.TRUE.equals(spec.forever())) {
            throw Refusal.field("until", "should be when the calendar decides again; or leave it out and say \"forever\": true");
        }
        return shown(book.switchTo(key, spec.open(), spec.until()));
    }

    /** Let the calendar decide again. */
    @DELETE
    @Path("{key}/switch")
    public CalendarRow release(@PathParam("key") String key) {
        return shown(book.release(key));
    }

    /** List the special days of a calendar. Those of the past, too. */
    @GET
    @Path("{key}/special-days")
    @Allowed(Role.AGENT)
    public Page<SpecialRow> specialDays(@PathParam("key") String key, @BeanParam Paging paging) {
        return Page.of(book.specialDays(known(key)).stream().map(HoursResource::shown).toList(), paging);
    }

    /** Note special days. They win over public holidays and the week; of two the shorter ones count. */
    @POST
    @Created
    @Path("{key}/special-days")
    @Consumes(MediaType.APPLICATION_JSON)
    public SpecialRow addSpecial(@PathParam("key") String key, SpecialSpec spec) {
        if (spec.first() == null) {
            throw Refusal.field("first", "should be a date like 2026-12-24");
        }
        List<Span> hours = hours("hours", spec.hours());
        try {
            return shown(book.addSpecial(key, new SpecialDays(spec.first(), spec.last() == null ? spec.first() : spec.last(), Boolean.TRUE.equals(spec.yearly()),
                    hours, spec.name())));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.field("last", "should be after the first day, and less than a year");
        }
    }

    /**
     * Delete special days.
     *
     * @param id of the special days
     */
    @DELETE
    @Path("{key}/special-days/{id: \\d{1,18}}")
    public void removeSpecial(@PathParam("key") String key, @PathParam("id") long id) {
        book.removeSpecial(key, id);
    }

    /**
     * Take over the whole days of an iCalendar file as special days on which it is closed. The file is the body, at most 1 MB. Days that came
     * from a file of the same name before make way. Days that come again every year do so here, too.
     *
     * @param name of the file; {@code calendar.ics} when left out
     */
    @PUT
    @Path("{key}/ical")
    @Consumes(MediaType.WILDCARD)
    public Taken takeIn(@PathParam("key") String key, @QueryParam("name") String name, InputStream file) throws IOException {
        HolidayFile.Taken taken = book.takeIn(key, name, file.readNBytes(HolidayFile.MAX_BYTES + 1));
        return new Taken(taken.days().size(), taken.leftOut());
    }

    /** List the public holidays of the next twelve months. */
    @GET
    @Path("{key}/holidays")
    @Allowed(Role.AGENT)
    public List<HolidayRow> holidays(@PathParam("key") String key) {
        Calendar calendar = known(key);
        LocalDate today = LocalDate.ofInstant(clock.instant(), book.zone(calendar));
        return holidays.between(today, today.plusYears(1), calendar.getCountry(), calendar.getRegion()).stream()
                .map(day -> new HolidayRow(day.date(), day.key(), holidays.name(day.key(), Locale.ENGLISH), calendar.getWorked().contains(day.key()))).toList();
    }

    /**
     * Open on a public holiday all the same, or close on it again. That counts every year.
     *
     * @param holiday key of the holiday
     */
    @PUT
    @Path("{key}/holidays/{holiday}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CalendarRow work(@PathParam("key") String key, @PathParam("holiday") String holiday, HolidaySpec spec) {
        return shown(book.work(key, holiday, spec.worked()));
    }

    private Calendar known(String key) {
        return book.find(key).orElseThrow(HoursRefused::gone);
    }

    private CalendarRow shown(Calendar calendar) {
        OpeningHours.Manual manual = calendar.getManual();
        boolean holds = manual != null && manual.holds(clock.instant());
        return new CalendarRow(calendar.getKey(), calendar.getName(), calendar.getZone() == null ? null : calendar.getZone().getId(), calendar.getCountry(),
                calendar.getRegion(), shown(calendar.getWeek()), List.copyOf(calendar.getWorked()),
                holds ? new SwitchRow(manual.open(), manual.since(), manual.until()) : null, outlooks.now(calendar, Locale.ENGLISH).isOpen());
    }

    private static WeekText shown(Map<DayOfWeek, List<Span>> week) {
        return new WeekText(text(week, DayOfWeek.MONDAY), text(week, DayOfWeek.TUESDAY), text(week, DayOfWeek.WEDNESDAY), text(week, DayOfWeek.THURSDAY),
                text(week, DayOfWeek.FRIDAY), text(week, DayOfWeek.SATURDAY), text(week, DayOfWeek.SUNDAY));
    }

    private static String text(Map<DayOfWeek, List<Span>> week, DayOfWeek day) {
        return Span.text(week.getOrDefault(day, List.of()));
    }

    private static SpecialRow shown(SpecialDay day) {
        SpecialDays days = day.getDays();
        return new SpecialRow(day.getId(), days.first(), days.last(), days.yearly(), Span.text(days.hours()), days.name(), day.getSource());
    }

    private static Map<DayOfWeek, List<Span>> week(WeekText week) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        if (week != null) {
            days.put(DayOfWeek.MONDAY, hours("week.monday", week.monday()));
            days.put(DayOfWeek.TUESDAY, hours("week.tuesday", week.tuesday()));
            days.put(DayOfWeek.WEDNESDAY, hours("week.wednesday", week.wednesday()));
            days.put(DayOfWeek.THURSDAY, hours("week.thursday", week.thursday()));
            days.put(DayOfWeek.FRIDAY, hours("week.friday", week.friday()));
            days.put(DayOfWeek.SATURDAY, hours("week.saturday", week.saturday()));
            days.put(DayOfWeek.SUNDAY, hours("week.sunday", week.sunday()));
        }
        return days;
    }

    private static List<Span> hours(String field, String text) {
        try {
            return Span.list(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field(field, e.getMessage());
        }
    }
}
