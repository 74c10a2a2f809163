package callward.access;

/**
 * A program that showed a token of ours.
 *
 * @param accountId of whoever made it; null when it is nobody's in particular
 */
public record TokenHolder(String name, Role role, Long accountId) { }
