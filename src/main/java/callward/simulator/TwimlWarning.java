package callward.simulator;

/** Something in a document that the carrier complains about but survives. */
record TwimlWarning(int code, String message) {
}
