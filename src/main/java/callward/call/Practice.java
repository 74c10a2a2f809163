package callward.call;

import java.time.Instant;

/**
 * What a call of the built-in simulator may pretend; no other call can.
 *
 * @param at     the instant it begins at, or null for now
 * @param script id of the script whose draft it walks through, or null for what the line leads to
 */
public record Practice(Instant at, Long script) { }
