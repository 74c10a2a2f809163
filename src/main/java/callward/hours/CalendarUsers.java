package callward.hours;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Whoever goes by calendars. A room that does has a CDI bean of this kind, so that a calendar can say where it counts. */
public interface CalendarUsers {

    /**
     * @param name   for people
     * @param places where in it, by their names
     * @param page   within the console
     * @param live   whether calls go by it there now, or only a draft names it
     */
    record Use(String name, List<String> places, String page, boolean live) implements Serializable { }

    /** By the key of the calendar; one that nobody uses is missing. */
    Map<String, List<Use>> uses();
}
