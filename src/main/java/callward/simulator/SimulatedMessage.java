package callward.simulator;

import java.time.Instant;

/** A text message. */
final class SimulatedMessage {

    public String sid;
    public String from;
    public String to;
    public String body;
    public String status;
    public String direction;
    public Integer errorCode;
    public String messagingServiceSid;
    public Instant created;
    public Instant sent;
    String statusCallback;
}
