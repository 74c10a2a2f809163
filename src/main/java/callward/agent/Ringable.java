package callward.agent;

import callward.phone.Destination;

/**
 * A telephone as a live call needs it.
 *
 * @param agentName who answers it, or its label when it is nobody's in particular
 * @param seconds   how long it is rung
 */
public record Ringable(String key, String label, Destination destination, String agentName, int seconds) { }
