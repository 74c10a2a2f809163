package callward.simulator;

/** One phone that a {@code <Dial>} is to ring. */
record DialTarget(String from, String to, Instruction whisper, StatusCallback callback, MachineDetection detection, String sendDigits) {
}
