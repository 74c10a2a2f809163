package callward.openid;

import java.util.Set;

/**
 * Whom the provider vouches for.
 *
 * @param subject  what it calls him; it never changes and is nobody else's
 * @param username what he is called there; may change, and be anybody's tomorrow
 * @param groups   of the configured claim
 */
record Identity(String issuer, String subject, String username, String name, String email, boolean emailVerified, Set<String> groups) { }
