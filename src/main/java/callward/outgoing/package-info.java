/**
 * Calls that the company makes: an agent's to a customer, and the trial of his own telephone. The carrier rings the agent first and asks him; only then
 * somebody else is rung. Nothing is dialled that {@link callward.outgoing.Guard} objects to.
 *
 * <p>A call is wanted (a row of ours, and an order in the outbox), then placed (it has the carrier's name, and stands in the call log like every other) or
 * failed. What is said and done in it is {@link callward.flow.BuiltIn}'s.
 */
package callward.outgoing;
