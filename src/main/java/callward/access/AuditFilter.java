package callward.access;

import java.time.Instant;

/**
 * Which entries of the audit log; null = whichever.
 *
 * @param room    exactly
 * @param by      part of a user name or token's name
 * @param subject part of what the thing is called, by its section or by people
 */
public record AuditFilter(String room, String by, String subject, Instant from, Instant to) { }
