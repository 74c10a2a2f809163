package callward.agent;

import callward.phone.Destination;

/**
 * A telephone as a live call needs it.
 *
 * @param agentName who answers it, or its label when it is nobody's in particular
 * @param seconds   how long it is rung
 * @param agentId   whose it is; null when it is nobody's in particular
 * @param accept    null: as the group says that rings it
 */
public record Ringable(String key, String label, Destination destination, String agentName, int seconds, Long agentId, Device.Accept accept) { }
