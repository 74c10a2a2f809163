package callward.flow;

/**
 * How callers wait for a group.
 *
 * @param music           key of the greeting that is played meanwhile; null: the one we have
 * @param announceSeconds how often the place in the queue is told, 15 to 600; 0: never
 * @param mostWaiting     how many may wait on the line at once, 1 to 1000; who is to be called back does not count
 * @param longestSeconds  how long somebody may wait, 30 to 7200
 */
public record Waiting(String music, int announceSeconds, int mostWaiting, int longestSeconds) { }
