package callward.simulator;

import java.time.Instant;

/** What is known of a recording; its sound is a WAV file in the account's directory. */
final class SimulatedRecording {

    public String sid;
    public String callSid;
    public String conferenceSid;
    public String source;
    public String status;
    public int duration;
    public int channels = 1;
    public Instant started;
    public Instant updated;
    /** What was said, as far as the simulator was told; the transcript is made of it. */
    public String words;
}
