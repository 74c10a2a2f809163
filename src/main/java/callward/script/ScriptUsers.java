package callward.script;

import java.util.List;

/** Whoever runs scripts. A room that does has a CDI bean of this kind, so that scripts can say where they are in use. */
public interface ScriptUsers {

    /** @param name for people @param page within the console, or null */
    record Use(String name, String page) { }

    List<Use> uses(long script);
}
