/**
 * Every call, live and past, and the one door for call events.
 *
 * <p>A webhook becomes a {@link callward.call.Knock}; {@link callward.call.Switchboard} handles it in one transaction, under the
 * call's row lock, and gives one reply. The same knock again gets the same reply again; a knock for a turn that was never
 * announced, or for a call that is over, changes nothing.
 */
package callward.call;
