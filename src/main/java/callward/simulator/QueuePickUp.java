package callward.simulator;

/** Somebody has dialled a queue and got its front member: what that member is to hear first, and who is at the other end. */
record QueuePickUp(SimulatedCall dialler, Instruction whisper, Bridge bridge) {
}
