/**
 * The agent's live screen.
 *
 * <p>News of calls is pushed over one WebSocket of the console's own origin, to signed-in accounts whose role the admin chose. A push is
 * a hint and is never waited for: the truth is in the database, and a page reads it ({@link callward.desk.DeskResource}) whenever
 * its socket opens.
 */
package callward.desk;
