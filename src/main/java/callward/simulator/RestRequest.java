package callward.simulator;

/** A request to the carrier's REST API, whatever door it came through. */
record RestRequest(String method, String path, Fields query, Fields form, String authorization) {
}
