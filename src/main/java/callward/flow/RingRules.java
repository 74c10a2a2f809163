package callward.flow;

/**
 * How a group is rung.
 *
 * @param secondsEach  how long a telephone, or everybody at once, rings: 5 to 600
 * @param secondsTotal how long all of it may take: 5 to 3600
 * @param rounds       how often everybody who was rung in vain is rung again, 1 to 10 rounds
 * @param accept       how telephones that ask do so
 * @param dropsMembers a member who calls in himself is told so, and the call ends; otherwise only he is left out
 */
public record RingRules(RingStrategy strategy, int secondsEach, int secondsTotal, int rounds, Accept accept, boolean dropsMembers) { }
