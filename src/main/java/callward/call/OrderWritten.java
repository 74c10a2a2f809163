package callward.call;

/** Something stands in the outbox that the carrier shall do. Fired inside the transaction that writes it. */
public record OrderWritten() { }
