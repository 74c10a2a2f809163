package callward.access;

import java.util.Set;

/** Somebody was signed out by a decision, not by himself: what these sessions hold open is to be closed. */
public record SessionsEnded(Set<String> keys) { }
