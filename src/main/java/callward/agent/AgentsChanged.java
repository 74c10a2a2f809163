package callward.agent;

/** What an agent says of himself, or how he is rung, has changed. Fired inside the transaction; whoever shows agents reads them anew. */
public record AgentsChanged() { }
