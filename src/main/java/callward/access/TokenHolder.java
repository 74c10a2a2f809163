package callward.access;

/** A program that showed a token of ours. */
public record TokenHolder(String name, Role role) { }
