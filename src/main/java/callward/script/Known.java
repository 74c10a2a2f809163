package callward.script;

import java.util.Map;

/**
 * Things that scripts name and another room keeps. That room has a CDI bean of this kind, so that scripts can offer and check them
 * without knowing the room; what no bean speaks for is not checked.
 */
public interface Known {

    /** What is named. */
    enum Thing { GREETING, DESTINATION, MAILBOX, CALENDAR, GROUP }

    Thing thing();

    /** By the key that scripts use, what people call it, in the order in which people want to see it. */
    Map<String, String> names();
}
