package callward.hours;

import callward.flow.OpeningHours;
import callward.flow.Span;
import callward.flow.SpecialDays;
import callward.settings.Era;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Below a calendar's week: what it says now and at any moment, its switch, its special days, the coming holidays. */
@Named
@RequestScoped
public class CalendarDaysView {

    /** @param worked whether people work all the same, every year */
    public record HolidayRow(LocalDate date, String key, String name, boolean worked) { }

    /** Special days, in the reader's words. */
    public record SpecialRow(long id, String dates, SpecialDays days, String hours, String source) { }

    @Inject
    CalendarBook book;
    @Inject
    Outlooks outlooks;
    @Inject
    Holidays holidays;
    @Inject
    Clock clock;
    @Inject
    @Param(name = "key")
    String key;
    @Inject
    @Param(name = "at")
    String at;
    @Inject
    @Param(name = "do")
    String deed;

    private Calendar calendar;
    private Outlook now;
    private String first;
    private String last;
    private boolean yearly;
    private String hours;
    private String name;
    private Part file;

    /** Null for a new one. */
    public Calendar getCalendar() {
        if (calendar == null && key != null) {
            calendar = book.find(key).orElse(null);
        }
        return calendar;
    }

    public Outlook getNow() {
        if (now == null) {
            now = outlooks.now(getCalendar(), Faces.getLocale());
        }
        return now;
    }

    /** What happens at the moment that the address asks for; null when it asks for none. */
    public Outlook getThen() {
        return moment().map(instant -> outlooks.at(getCalendar(), instant, Faces.getLocale())).orElse(null);
    }

    public boolean isMomentWrong() {
        return at != null && !at.isBlank() && moment().isEmpty();
    }

    /** As the page's field writes it; now when nobody asked. */
    public String getAt() {
        return at != null ? at : clock.instant().atZone(book.zone(getCalendar())).toLocalDateTime().withSecond(0).withNano(0).toString();
    }

    private Optional<Instant> moment() {
        return at == null ? Optional.empty() : outlooks.moment(getCalendar(), at);
    }

    /** The button that was pressed: {@code close}, {@code open}, {@code release}, {@code remove ID}, {@code work HOLIDAY}, {@code rest HOLIDAY}. */
    public String act() {
        if (deed == null || !Faces.isPostback() || getCalendar() == null) { // a link must not do it
            return null;
        }
        String[] words = deed.split(" ", 2);
        try {
            switch (words[0]) {
                case "close", "open" -> {
                    book.switchTo(key, words[0].equals("open"), end());
                    Messages.addFlashGlobalInfo(words[0].equals("open") ? "hours.switchedOpen" : "hours.switchedClosed", getCalendar().getName());
                }
                case "release" -> Messages.addFlashGlobalInfo("hours.released", book.release(key).getName());
                case "remove" -> {
                    book.removeSpecial(key, words[1].matches("\\d{1,18}") ? Long.parseLong(words[1]) : -1);
                    Messages.addFlashGlobalInfo("special.removed");
                }
                case "work", "rest" -> {
                    book.work(key, words[1], words[0].equals("work"));
                    Messages.addFlashGlobalInfo(words[0].equals("work") ? "holiday.worked" : "holiday.rested", holidays.name(words[1], Faces.getLocale()));
                }
                default -> { }
            }
        } catch (HoursRefused refused) {
            Messages.addFlashGlobalError(refused.saying().in(Faces.getLocale()));
        }
        return here();
    }

    private Instant end() {
        String end = Faces.getRequestParameter("end");
        if (!"at".equals(end)) {
            return outlooks.end(getCalendar(), end);
        }
        String text = Faces.getRequestParameter("until");
        return outlooks.moment(getCalendar(), text == null ? "" : text).orElseThrow(() -> new HoursRefused("until", "hours.untilPast"));
    }

    /** Notes a special day. */
    public String add() {
        LocalDate from = date("first", first);
        LocalDate to = last == null || last.isBlank() ? from : date("last", last);
        List<Span> spans = spans();
        if (from == null || to == null || spans == null) {
            return null;
        }
        try {
            book.addSpecial(key, new SpecialDays(from, to, yearly, spans, name));
            Messages.addFlashGlobalInfo("special.added");
            return here();
        } catch (IllegalArgumentException e) {
            Messages.addError("special:last", "special.lastWrong");
        } catch (HoursRefused refused) {
            Messages.addError("special:first", refused.saying().in(Faces.getLocale()));
        }
        return null;
    }

    private LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (Era.holds(date)) {
                return date;
            }
        } catch (DateTimeException nonsense) {
            // said below
        }
        Messages.addError("special:" + field, "special.dateWrong");
        return null;
    }

    private List<Span> spans() {
        try {
            return Span.list(hours);
        } catch (IllegalArgumentException e) {
            Messages.addError("special:hours", "hours.spansWrong");
            return null;
        }
    }

    /** Takes over the file's days. */
    public String take() throws IOException {
        try (InputStream content = file.getInputStream()) {
            HolidayFile.Taken taken = book.takeIn(key, file.getSubmittedFileName(), content.readNBytes(HolidayFile.MAX_BYTES + 1));
            Messages.addFlashGlobalInfo(taken.leftOut() == 0 ? "ics.taken" : "ics.takenPartly", taken.days().size(), taken.leftOut());
            return here();
        } catch (HoursRefused refused) {
            Messages.addError("ics:file", refused.saying().in(Faces.getLocale()));
            return null;
        }
    }

    public List<SpecialRow> getSpecial() {
        Locale language = Faces.getLocale();
        return book.specialDays(getCalendar()).stream().map(day -> {
            SpecialDays days = day.getDays();
            String dates = dates(days, language);
            return new SpecialRow(day.getId(), dates, days, Span.text(days.hours()).replace("-", "–"), day.getSource());
        }).toList();
    }

    private static String dates(SpecialDays days, Locale language) {
        if (days.yearly()) {
            DateTimeFormatter dayOfYear = DateTimeFormatter.ofPattern(language.getLanguage().equals("en") ? "d MMMM" : "d 'de' MMMM", language);
            return days.days() == 1 ? dayOfYear.format(days.first()) : dayOfYear.format(days.first()) + " – " + dayOfYear.format(days.last());
        }
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        return days.days() == 1 ? days.first().getDayOfWeek().getDisplayName(TextStyle.SHORT, language) + ", " + date.format(days.first())
                : date.format(days.first()) + " – " + date.format(days.last());
    }

    /** Of the next twelve months. */
    public List<HolidayRow> getHolidays() {
        Calendar of = getCalendar();
        LocalDate today = LocalDate.ofInstant(clock.instant(), book.zone(of));
        return holidays.between(today, today.plusYears(1), of.getCountry(), of.getRegion()).stream()
                .map(day -> new HolidayRow(day.date(), day.key(), holidays.name(day.key(), Faces.getLocale()), of.getWorked().contains(day.key()))).toList();
    }

    public String day(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Faces.getLocale()) + ", "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Faces.getLocale()).format(date);
    }

    public boolean isSwitched() {
        OpeningHours.Manual manual = getCalendar().getManual();
        return manual != null && manual.holds(clock.instant());
    }

    private String here() {
        return "/hours/calendar?faces-redirect=true&key=" + key;
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }

    public boolean isYearly() {
        return yearly;
    }

    public void setYearly(boolean yearly) {
        this.yearly = yearly;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
