package callward.greeting;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Whoever plays greetings. A room that does has a CDI bean of this kind, so that a greeting can say where it is heard. */
public interface GreetingUsers {

    /**
     * @param name   for people
     * @param places where in it, by their names
     * @param page   within the console
     * @param live   whether callers hear it there now, or only a draft names it
     */
    record Use(String name, List<String> places, String page, boolean live) implements Serializable { }

    /** By the key of the greeting; one that is not played is missing. */
    Map<String, List<Use>> uses();
}
