package callward.simulator;

import java.time.Duration;

/** A call that the REST API asked for. */
record OutgoingOrder(String from, String to, Instruction instruction, String fallbackUrl, String fallbackMethod,
                     StatusCallback callback, Duration timeout, Duration timeLimit, MachineDetection detection, String sendDigits,
                     String callerName) {
}
