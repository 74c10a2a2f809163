package callward.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.GivenAudit;
import callward.flow.OpeningHours.Reason;
import callward.flow.Span;
import callward.flow.SpecialDays;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenSettings;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.settings.Company;
import callward.settings.Refused.Kind;
import callward.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people change counts for the next call; what will not do is refused by the name of its field. It is Saturday, 21 November 2026, 10:00 in London. */
class CalendarBookTest {

    private final TestEntities entities = TestEntities.open();
    private final GivenAudit audit = new GivenAudit();
    private final GivenClock clock = new GivenClock();
    private final GivenSettings settings = new GivenSettings().with(Setting.TIME_ZONE, "Europe/London").with(Setting.COUNTRY, "GB");
    private final Company company = Wired.with(settings).bean(Company.class);
    private final Holidays holidays = new Holidays();
    private final Calendars calendars = GivenCalendars.inDatabase(company);
    private Map<String, List<CalendarUsers.Use>> uses = Map.of();
    private final CalendarBook book = Wired.with(entities.manager(), audit, clock, company, holidays)
            .named("users", GivenCalendars.users(() -> uses)).named("changed", new Fired<CalendarsChanged>(calendars::afterChange)).bean(CalendarBook.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
        entities.once(() -> book.addUsual("office", "Office"));
    }

    @Test
    void a_calendar_that_was_changed_since_somebody_has_looked_is_not_deleted() {
        Map<String, String> seen = entities.once(() -> book.find("office").orElseThrow().content());
        entities.once(() -> book.change("office", new CalendarText("Office", "Europe/Berlin", null, null, Map.of()), seen));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> book.delete("office", seen)));
        entities.once(() -> book.delete("office", book.find("office").orElseThrow().content()));
        assertEquals(List.of(), entities.once(() -> book.all()));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void of_two_who_add_the_same_calendar_at_the_same_moment_the_second_is_told_so() {
        TestEntities others = TestEntities.open();
        CalendarBook book2 = Wired.with(others.manager(), audit, clock, company, holidays).named("users", GivenCalendars.users(() -> uses))
                .named("changed", new Fired<CalendarsChanged>()).bean(CalendarBook.class);
        HoursRefused late = assertInstanceOf(HoursRefused.class, SameMoment.of(entities, () -> book.addUsual("night", "Night"), others, () -> book2.addUsual("night", "Nights")));
        assertEquals(Set.of("key"), late.faults().keySet());
        assertEquals("There is a calendar “night” already. Choose another name.", late.saying().inEnglish());
    }

    @Test
    void the_usual_calendar_is_open_from_nine_to_five_by_the_company_s_clock() {
        assertTrue(isOpen("2026-11-23T09:00:00Z"));
        assertFalse(isOpen("2026-11-23T17:00:00Z"));
        assertFalse(isOpen("2026-12-25T10:00:00Z"), "Christmas");
        settings.with(Setting.TIME_ZONE, "America/New_York");
        assertFalse(isOpen("2026-11-23T09:00:00Z"));
        assertTrue(isOpen("2026-11-23T21:00:00Z"));
    }

    @Test
    void nobody_can_say_of_a_calendar_that_is_not_there_or_makes_no_sense() {
        assertTrue(calendars.isOpen("night", clock.instant()).isEmpty());
        TestDatabase.run("update callward.calendar set zone = 'Mars/Olympus'");
        calendars.readAgain();
        assertTrue(calendars.isOpen("office", clock.instant()).isEmpty());
    }

    @Test
    void somebody_may_close_it_until_an_end() {
        entities.once(() -> book.switchTo("office", true, clock.instant().plus(Duration.ofHours(2))));
        assertTrue(isOpen("2026-11-21T11:59:59Z"));
        assertFalse(isOpen("2026-11-21T12:00:00Z"));
        assertFalse(isOpen("2026-11-21T09:59:59Z"), "a call that is pretended to come earlier");
        assertTrue(audit.entries.getLast().contains("open until 2026-11-21T12:00:00Z"), audit.entries.getLast());
        entities.once(() -> book.release("office"));
        assertFalse(isOpen("2026-11-21T10:30:00Z"));
        assertEquals("until", refused(() -> book.switchTo("office", false, clock.instant())));
    }

    @Test
    void special_days_come_and_go() {
        SpecialDay added = entities.once(() -> book.addSpecial("office", day("2026-11-22", "10-12")));
        assertTrue(isOpen("2026-11-22T10:00:00Z"));
        assertEquals(Reason.SPECIAL, calendars.hours("office").orElseThrow().at(Instant.parse("2026-11-22T13:00:00Z")).reason());
        entities.once(() -> book.addUsual("other", "Other"));
        assertThrows(HoursRefused.class, () -> entities.once(() -> book.removeSpecial("other", added.getId())), "it is the office’s");
        entities.once(() -> book.removeSpecial("office", added.getId()));
        assertFalse(isOpen("2026-11-22T10:00:00Z"));
        assertTrue(audit.entries.getLast().contains("2026-11-22 10:00-12:00: Open day"), audit.entries.getLast());
    }

    @Test
    void a_holiday_can_be_worked_on_every_year() {
        entities.once(() -> book.work("office", "CHRISTMAS", true));
        assertTrue(isOpen("2026-12-25T10:00:00Z"));
        assertTrue(isOpen("2030-12-25T10:00:00Z"));
        assertFalse(isOpen("2026-12-28T10:00:00Z"), "Boxing Day");
        entities.once(() -> book.work("office", "CHRISTMAS", false));
        assertFalse(isOpen("2026-12-25T10:00:00Z"));
        assertEquals("holiday", refused(() -> book.work("office", "THANKSGIVING", true)));
    }

    @Test
    void a_file_that_is_taken_over_again_makes_way_for_itself() {
        entities.once(() -> book.addSpecial("office", day("2026-11-22", "10-12")));
        takeIn("DTSTART;VALUE=DATE:20261130");
        assertFalse(isOpen("2026-11-30T10:00:00Z"));
        takeIn("DTSTART;VALUE=DATE:20261201");
        assertTrue(isOpen("2026-11-30T10:00:00Z"));
        assertFalse(isOpen("2026-12-01T10:00:00Z"));
        assertTrue(isOpen("2026-11-22T10:00:00Z"), "what somebody wrote stays");
    }

    @Test
    void what_will_not_do_is_refused_by_its_field() {
        assertEquals("key", refused(() -> book.add("Office!", text("X", null, null, null))));
        assertEquals("key", refused(() -> book.add("office", text("X", null, null, null))));
        assertEquals("name", refused(() -> book.add("x", text(" ", null, null, null))));
        assertEquals("zone", refused(() -> book.add("x", text("X", "Mars/Olympus", null, null))));
        assertEquals("country", refused(() -> book.add("x", text("X", null, "XX", null))));
        assertEquals("region", refused(() -> book.add("x", text("X", null, "DE", "zz"))));
        assertEquals(Kind.GONE, assertThrows(HoursRefused.class, () -> entities.once(() -> book.release("nobody"))).kind());
    }

    @Test
    void two_people_do_not_undo_each_other_s_change() {
        Map<String, String> seen = entities.once(() -> book.find("office").orElseThrow().content());
        entities.once(() -> book.switchTo("office", false, null)); // is no change of what the form shows
        entities.once(() -> book.change("office", text("Front office", null, null, null), seen));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> book.change("office", text("Back office", null, null, null), seen)));
        assertEquals("Front office", entities.once(() -> book.find("office").orElseThrow().getName()));
    }

    @Test
    void a_calendar_by_which_calls_go_is_not_deleted() {
        uses = Map.of("office", List.of(new CalendarUsers.Use("Sales", List.of("when"), "/scripts/editor?id=1", true)));
        CalendarInUse used = assertThrows(CalendarInUse.class, () -> entities.once(() -> book.delete("office")));
        assertTrue(used.saying().inEnglish().contains("Sales"));
        uses = Map.of("office", List.of(new CalendarUsers.Use("Sales", List.of("when"), "/scripts/editor?id=1", false)));
        entities.once(() -> book.addSpecial("office", day("2026-11-22", "")));
        entities.once(() -> book.delete("office"));
        assertTrue(calendars.isOpen("office", clock.instant()).isEmpty());
    }

    @Test
    void the_outlook_says_why_and_what_comes_next() {
        assertEquals("Closed. Public holiday: Christmas. Opens Tuesday 9:00 AM", outlook("2026-12-25T10:00:00Z", Locale.ENGLISH));
        assertEquals("Open. Hours of Monday. Closes 5:00 PM", outlook("2026-11-23T10:00:00Z", Locale.ENGLISH));
        assertEquals("Cerrado. Fuera de las horas de la semana. Abre: lunes 9:00", outlook("2026-11-21T10:00:00Z", Locale.forLanguageTag("es")));
        entities.once(() -> book.switchTo("office", false, null));
        assertEquals("Closed. Switched by hand until somebody changes it. Nothing changes within a year", outlook("2026-11-23T10:00:00Z", Locale.ENGLISH));
    }

    private String outlook(String at, Locale language) {
        Outlook outlook = Outlook.of(entities.once(() -> book.find("office").orElseThrow()), calendars.hours("office").orElseThrow(), Instant.parse(at), holidays, language);
        String state = language.getLanguage().equals("es") ? (outlook.isOpen() ? "Abierto" : "Cerrado") : outlook.isOpen() ? "Open" : "Closed";
        return state + ". " + outlook.getWhy() + ". " + outlook.getNext();
    }

    private void takeIn(String event) {
        String file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n";
        entities.once(() -> book.takeIn("office", "days.ics", file.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isOpen(String at) {
        return calendars.isOpen("office", Instant.parse(at)).orElseThrow();
    }

    private static SpecialDays day(String date, String hours) {
        return new SpecialDays(LocalDate.parse(date), LocalDate.parse(date), false, Span.list(hours), "Open day");
    }

    private static CalendarText text(String name, String zone, String country, String region) {
        return new CalendarText(name, zone, country, region, Map.of(DayOfWeek.MONDAY, Span.list("9-17")));
    }

    private String refused(Runnable deed) {
        return assertThrows(HoursRefused.class, () -> entities.once(deed)).faults().keySet().iterator().next();
    }
}
