package callward.flow;

/** In which order the members of a group are rung. */
public enum RingStrategy {
    /** As the group lists them. */
    IN_ORDER,
    /** Everybody at once. */
    ALL_AT_ONCE,
    /** Whoever comes after the one who was rung first last time. */
    ROUND_ROBIN,
    /** Whoever has talked to nobody for the longest time first. */
    LONGEST_IDLE,
    /** Whoever knows most of what the call asks for first. */
    BY_SKILL;

    public boolean atOnce() {
        return this == ALL_AT_ONCE;
    }
}
