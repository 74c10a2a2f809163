/**
 * Callers who wait for a group, and the agents who are asked one after another whether they take one.
 *
 * <p>The engine says in a call's turn that its caller waits ({@code flow/Hold}); this room hears of it in the same transaction and keeps his
 * place. {@link callward.queue.Dispatch} offers the first place to the next free agent by a call of its own. Whoever accepts first claims the
 * place in one statement, and fetches the caller from the queue at the carrier, which holds nobody else. Everything is a row: places and
 * offers only move forward, and what a carrier tells twice or late changes nothing.
 */
package callward.queue;
