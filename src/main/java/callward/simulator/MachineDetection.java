package callward.simulator;

/** Whether and how the carrier is to find out if a machine has answered. */
record MachineDetection(String mode, boolean async, String callbackUrl, String callbackMethod) {

    static final MachineDetection OFF = new MachineDetection(null, false, null, "POST");

    boolean isOn() {
        return "Enable".equals(mode) || "DetectMessageEnd".equals(mode);
    }

    String verdict(boolean machine) {
        if (!machine) {
            return "human";
        }
        return mode.equals("Enable") ? "machine_start" : "machine_end_beep";
    }
}
