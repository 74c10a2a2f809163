package callward.greeting;

import java.io.Serializable;
import java.util.List;

/** Whoever plays greetings. A room that does has a CDI bean of this kind, so that a greeting can say where it is heard. */
public interface GreetingUsers {

    /**
     * @param name   for people
     * @param places where in it, by their names
     * @param page   within the console
     * @param live   whether callers hear it there now, or only a draft names it
     */
    record Use(String name, List<String> places, String page, boolean live) implements Serializable { }

    /** @param key of the greeting */
    List<Use> uses(String key);
}
