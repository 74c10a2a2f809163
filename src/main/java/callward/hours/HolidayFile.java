package callward.hours;

import callward.flow.SpecialDays;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Recur;

/**
 * The whole days of an iCalendar file (RFC 5545), as other calendars export their holidays. Of the library only the parser and the recurrence
 * rules are used: its model would look up time zones in the network, and whole days need none.
 */
final class HolidayFile {

    static final int MAX_BYTES = 1_000_000;
    private static final int MOST_EVENTS = 5_000;
    private static final int DEEPEST = 4;
    private static final int LONGEST_RULE = 300;
    private static final int YEARS_AHEAD = 10;
    private static final Pattern DAY = Pattern.compile("(\\d{8})(?:T000000Z?)?");
    private static final Pattern LENGTH = Pattern.compile("P(\\d{1,3})([DW])");
    private static final Pattern DULL = Pattern.compile("FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}");

    /** @param leftOut events that are no whole days, come again in another way than every year, or are over */
    record Taken(List<SpecialDays> days, int leftOut) { }

    private final LocalDate today;
    private final List<SpecialDays> days = new ArrayList<>();
    private int leftOut;

    private HolidayFile(LocalDate today) {
        this.today = today;
    }

    /** @throws HoursRefused with what to do about it */
    static Taken read(byte[] content, LocalDate today) {
        if (content.length > MAX_BYTES) {
            throw new HoursRefused("file", "ics.tooLarge", MAX_BYTES / 1_000_000);
        }
        HolidayFile file = new HolidayFile(today);
        file.events(text(content)).forEach(file::take);
        if (file.days.isEmpty()) {
            throw new HoursRefused("file", "ics.nothing", file.leftOut);
        }
        return new Taken(List.copyOf(file.days), file.leftOut);
    }

    /** With long lines put together, and no deeper than calendars are: the parser goes down one call for each level. */
    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new HoursRefused("file", "ics.unreadable");
        }
        text = text.replaceAll("\\r\\n?", "\n").replaceFirst("^\\uFEFF?\\s*", "").replaceAll("\\n[ \\t]", "").replaceAll("\\n{2,}", "\n").strip();
        if (!text.regionMatches(true, 0, "BEGIN:VCALENDAR\n", 0, 16)) {
            throw new HoursRefused("file", "ics.unreadable");
        }
        int depth = 0;
        int events = 0;
        for (String line : text.split("\n")) {
            String upper = line.length() < 40 ? line.toUpperCase(Locale.ROOT) : "";
            depth += upper.startsWith("BEGIN:") ? 1 : upper.startsWith("END:") ? -1 : 0;
            events += upper.startsWith("BEGIN:VEVENT") ? 1 : 0;
            if (depth > DEEPEST) {
                throw new HoursRefused("file", "ics.unreadable");
            }
        }
        if (events > MOST_EVENTS) {
            throw new HoursRefused("file", "ics.tooMany", MOST_EVENTS);
        }
        return text.replace("\n", "\r\n") + "\r\n";
    }

    private List<Map<String, String>> events(String text) {
        Events events = new Events();
        try {
            new CalendarParserImpl().parse(new StringReader(text), events);
        } catch (IOException | ParserException | RuntimeException e) {
            throw new HoursRefused("file", "ics.unreadable");
        }
        return events.all;
    }

    private void take(Map<String, String> event) {
        int before = days.size();
        try {
            LocalDate first = day(event.get("DTSTART"));
            if (first != null && !"CANCELLED".equalsIgnoreCase(event.get("STATUS")) && !event.containsKey("RECURRENCE-ID")) {
                take(event, first, length(event, first));
            }
        } catch (RuntimeException nonsense) {
            while (days.size() > before) {
                days.removeLast();
            }
        }
        leftOut += days.size() == before ? 1 : 0;
        if (days.size() > CalendarBook.MOST_SPECIAL_DAYS) {
            throw new HoursRefused("file", "ics.tooMany", CalendarBook.MOST_SPECIAL_DAYS);
        }
    }

    private void take(Map<String, String> event, LocalDate first, long length) {
        String name = name(event.getOrDefault("SUMMARY", ""));
        String rule = event.get("RRULE");
        Set<LocalDate> not = days(event.get("EXDATE"));
        if (rule == null) {
            once(first, length, name);
        } else if (rule.length() <= LONGEST_RULE && rule.toUpperCase(Locale.ROOT).contains("FREQ=YEARLY")) {
            if (not.isEmpty() && isSameDayEveryYear(rule.toUpperCase(Locale.ROOT), first)) {
                days.add(new SpecialDays(first, first.plusDays(length - 1), true, List.of(), name));
                return;
            }
            new Recur<LocalDate>(rule).getDates(first, first, today.plusYears(YEARS_AHEAD), 2 * (today.getYear() - 1900 + YEARS_AHEAD)).stream()
                    .filter(date -> !not.contains(date)).forEach(date -> once(date, length, name));
        }
        days(event.get("RDATE")).stream().sorted().forEach(date -> once(date, length, name));
    }

    private void once(LocalDate first, long length, String name) {
        LocalDate last = first.plusDays(length - 1);
        if (!last.isBefore(today)) {
            days.add(new SpecialDays(first, last, false, List.of(), name));
        }
    }

    private static boolean isSameDayEveryYear(String rule, LocalDate first) {
        for (String part : rule.split(";")) {
            boolean same = part.equals("BYMONTH=" + first.getMonthValue()) || part.equals("BYMONTHDAY=" + first.getDayOfMonth());
            if (!same && !DULL.matcher(part).matches()) {
                return false;
            }
        }
        return !rule.contains("BYMONTHDAY=") || rule.contains("BYMONTH="); // without a month it would be that day of each
    }

    private static long length(Map<String, String> event, LocalDate first) {
        if (event.containsKey("DTEND")) {
            LocalDate end = day(event.get("DTEND"));
            if (end == null) {
                throw new IllegalArgumentException("ends in the middle of a day");
            }
            return Math.max(1, ChronoUnit.DAYS.between(first, end)); // some write the last day instead of the one after it
        }
        Matcher length = LENGTH.matcher(event.getOrDefault("DURATION", event.get("DTSTART").length() == 8 ? "P1D" : ""));
        if (!length.matches()) {
            throw new IllegalArgumentException("no whole days");
        }
        return Math.max(1, Long.parseLong(length.group(1)) * (length.group(2).equals("W") ? 7 : 1));
    }

    private static LocalDate day(String value) {
        Matcher day = DAY.matcher(value == null ? "" : value);
        if (!day.matches()) {
            return null;
        }
        LocalDate date = LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE);
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new DateTimeException("not in a company's time");
        }
        return date;
    }

    private static Set<LocalDate> days(String values) {
        Set<LocalDate> days = new HashSet<>();
        for (String value : values == null ? new String[0] : values.split(",")) {
            LocalDate day = day(value);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private static String name(String summary) {
        String name = summary.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").replaceAll("\\p{Cntrl}", " ").strip();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(CalendarBook.LONGEST_NAME, name.codePointCount(0, name.length()))));
    }

    /** What stands directly in events, by name; of what comes several times, all, with commas. */
    private static final class Events implements ContentHandler {

        private final List<Map<String, String>> all = new ArrayList<>();
        private final Deque<String> within = new ArrayDeque<>();
        private String property = "";

        @Override
        public void startCalendar() { }

        @Override
        public void endCalendar() { }

        @Override
        public void startComponent(String name) {
            within.push(name.toUpperCase(Locale.ROOT));
            if (within.peek().equals("VEVENT")) {
                all.add(new HashMap<>());
            }
        }

        @Override
        public void endComponent(String name) {
            within.poll();
        }

        @Override
        public void startProperty(String name) {
            property = name.toUpperCase(Locale.ROOT);
        }

        @Override
        public void propertyValue(String value) {
            if ("VEVENT".equals(within.peek())) {
                all.getLast().merge(property, value.strip(), property.endsWith("DATE") ? (one, other) -> one + "," + other : (one, other) -> one);
            }
        }

        @Override
        public void endProperty(String name) { }

        @Override
        public void parameter(String name, String value) { }
    }
}
