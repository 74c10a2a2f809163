package callward.access;

/** What was done to something, as the audit log says it. */
public enum Deed { CREATED, CHANGED, DELETED, PUBLISHED, ROLLED_BACK, REVOKED, IMPORTED, INVITED, SIGNED_IN, SIGNED_OUT, ENDED_SESSIONS, REFUSED }
