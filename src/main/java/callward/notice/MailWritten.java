package callward.notice;

/** A mail is in the outbox. */
record MailWritten(String reason) { }
