package callward.access;

import java.time.Instant;

/**
 * A program that showed a token of ours.
 *
 * @param accountId of whoever made it; null when it is nobody's in particular
 * @param expiresAt null for never
 */
public record TokenHolder(String name, Role role, Long accountId, Instant expiresAt) { }
