package callward.desk;

/** Somebody has opened or closed a desk. */
record DeskMoved() { }
