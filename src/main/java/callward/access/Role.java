package callward.access;

/** What somebody may do: each role may all that the roles below it may. */
public enum Role {
    /** Answers calls: desk, calls, voicemail, customers and tickets. */
    AGENT,
    /** Also sees to greetings, destinations and reports. */
    SUPERVISOR,
    /** Everything. */
    ADMIN;

    public static final String AGENT_NAME = "AGENT";
    public static final String SUPERVISOR_NAME = "SUPERVISOR";
    public static final String ADMIN_NAME = "ADMIN";

    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
