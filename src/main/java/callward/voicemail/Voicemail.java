package callward.voicemail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A message that a caller left. */
@Entity
@Table(name = "voicemail")
public class Voicemail implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "call_id", updatable = false)
    private String callId;
    @Column(name = "recording_id", updatable = false)
    private String recordingId;
    @ManyToOne
    @JoinColumn(name = "mailbox_id")
    private Mailbox mailbox;
    private String caller;
    @Column(name = "customer_name")
    private String customerName;
    @Column(name = "ticket_number")
    private String ticketNumber;
    private Integer seconds;
    @Column(name = "left_at")
    private Instant leftAt;
    @Column(name = "heard_at")
    private Instant heardAt;
    @Column(name = "heard_by")
    private String heardBy;

    /** The first who heard it stays the first. */
    void hear(String by, Instant at) {
        if (heardAt == null) {
            heardAt = at;
            heardBy = by;
        }
    }

    void unhear() {
        heardAt = null;
        heardBy = null;
    }

    public Long getId() {
        return id;
    }

    public String getCallId() {
        return callId;
    }

    public String getRecordingId() {
        return recordingId;
    }

    /** Null when it has been taken away since. */
    public Mailbox getMailbox() {
        return mailbox;
    }

    public String getCaller() {
        return caller;
    }

    public String getCustomerName() {
        return customerName;
    }

    public String getTicketNumber() {
        return ticketNumber;
    }

    public Integer getSeconds() {
        return seconds;
    }

    /** {@code 0:17}. */
    public String getLength() {
        return seconds == null ? "" : seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    public Instant getLeftAt() {
        return leftAt;
    }

    public Instant getHeardAt() {
        return heardAt;
    }

    public String getHeardBy() {
        return heardBy;
    }

    public boolean isHeard() {
        return heardAt != null;
    }
}
