package callward.queue;

/** Somebody may be offered to somebody now. Fired inside the transaction that made it so. */
record QueueMoved() { }
