/**
 * A Twilio on your own machine: REST subset, TwiML interpreter, virtual phones and the page that shows them.
 *
 * <p>It knows nothing of the product. It is asked by HTTP and asks by signed HTTP, so that a simulated call takes exactly
 * the way a real one takes. Decisions:
 * <ul>
 * <li>The core is plain Java with Jackson for JSON: it runs in the WAR and inside a test's own JVM.</li>
 * <li>Every leg of a call is one virtual thread with an {@code Inbox}; whatever happens to a leg is a {@code LegEvent}
 *     in that inbox. A verb is straight-line code that waits for the next event.</li>
 * <li>Time is a {@code SimulatedTime}: a test makes a minute pass in no time, and knows when everything has come to rest.</li>
 * <li>It is strict: what Twilio refuses is refused, and what Twilio would write to its debugger is an {@code Alert} with
 *     Twilio's code.</li>
 * </ul>
 *
 * <p>What it does not do: limit REST calls to one per second, cache played files, record by REST, route a call to a number
 * of its own account into that number's voice URL, receive text messages, make MP3 files, understand speech (what a person
 * says is given as text, with or without sound).
 */
package callward.simulator;
