package callward.flow;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opening hours without a break, on the day on which they begin: 09:00–17:00, or 22:00–06:00 into the next day. They end on the next day
 * when they end no later than they begin; 00:00–00:00 is a whole day.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param to   minutes after the same midnight, 1 to 1440 more than {@code from}
 */
public record Span(int from, int to) {

    public static final int DAY = 24 * 60;
    public static final int MOST_OF_A_DAY = 8;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

    public Span {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException("hours begin within their day and last a day at most");
        }
    }

    /** @param to no later than {@code from}: on the next day */
    public static Span of(LocalTime from, LocalTime to) {
        return between(from.getHour() * 60 + from.getMinute(), to.getHour() * 60 + to.getMinute());
    }

    /**
     * Hours as people write them, in the order of the day.
     *
     * @param text {@code 09:00-12:30, 14-18}; nothing for a day without any
     * @throws IllegalArgumentException when it is something else, or when two of them overlap
     */
    public static List<Span> list(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("[,;\\n]")) {
            if (!part.isBlank()) {
                spans.add(one(part.strip()));
            }
        }
        return inOrder(spans);
    }

    /** @throws IllegalArgumentException when two of them overlap, or there are too many */
    static List<Span> inOrder(List<Span> spans) {
        List<Span> sorted = Bounds.list(spans).stream().sorted(Comparator.comparingInt(Span::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from < sorted.get(i - 1).to) {
                throw new IllegalArgumentException("hours of a day may not overlap: " + sorted.get(i - 1).text() + ", " + sorted.get(i).text());
            }
        }
        if (sorted.size() > MOST_OF_A_DAY) {
            throw new IllegalArgumentException("a day may have " + MOST_OF_A_DAY + " hours");
        }
        return sorted;
    }

    /** {@code 09:00-12:30, 14:00-18:00}, as {@link #list} reads it again. */
    public static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining(", "));
    }

    public String text() {
        return start() + "-" + end();
    }

    /** {@code 09:00} */
    public String start() {
        return time(from);
    }

    /** {@code 17:00}; of the next day when it is no later than the start. */
    public String end() {
        return time(to % DAY);
    }

    public boolean pastMidnight() {
        return to > DAY;
    }

    private static Span one(String text) {
        Matcher hours = TEXT.matcher(text);
        if (!hours.matches()) {
            throw new IllegalArgumentException("hours look like 09:00-17:00, not " + text);
        }
        return between(minutes(hours.group(1), hours.group(2)), minutes(hours.group(3), hours.group(4)));
    }

    private static Span between(int from, int to) {
        return new Span(from % DAY, from % DAY + Math.floorMod(to - from - 1, DAY) + 1);
    }

    /** 24:00 is midnight, too. */
    private static int minutes(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
        if (minutes > DAY || minute != null && Integer.parseInt(minute) > 59) {
            throw new IllegalArgumentException("there is no such time: " + hour + ":" + minute);
        }
        return minutes;
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
