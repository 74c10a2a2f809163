/**
 * The sound of calls: fetched from the carrier and kept in our own data folder.
 *
 * <p>News of a recording only writes a row that says "wanted". {@link callward.recording.FetchRecordings} looks at due rows, takes one
 * by moving its next try into the near future (a lease: no connection is held while the carrier is slow, and after a crash the row is
 * due again by itself), and either keeps the sound or notes why not and when to try again. It never gives up by itself.
 */
package callward.recording;
