package callward.agent;

import callward.phone.Destination;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A telephone we can ring, whoever's it is. Scripts name it by its key, which therefore never changes. */
@Entity
@Table(name = "device")
public class Device implements Serializable {

    /** Whether whoever answers must show that he is a person, not a mailbox. */
    public enum Accept {
        /** He presses a key. */
        ASK,
        /** This telephone has no mailbox of its own: answering is enough. */
        TRUSTED
    }

    public static final int MIN_RING_SECONDS = 5;
    public static final int MAX_RING_SECONDS = 120;
    static final int USUAL_RING_SECONDS = 20;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String key;
    private String label;
    private String address;
    @ManyToOne
    @JoinColumn(name = "agent_id")
    private Agent agent;
    @Column(name = "ring_seconds")
    private int ringSeconds = USUAL_RING_SECONDS;
    private boolean active = true;
    @Enumerated(EnumType.STRING)
    private Accept accept;
    @Column(name = "position")
    private int place;

    public Device() { }

    public Device(String key, String label, Destination destination, Agent agent) {
        setKey(key);
        this.label = label;
        setDestination(destination);
        this.agent = agent;
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    /** Once, when it is made. */
    public void setKey(String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key is 1 to 40 small letters, digits and dashes");
        }
        this.key = key;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Destination getDestination() {
        return Destination.of(address);
    }

    public void setDestination(Destination destination) {
        this.address = destination.address();
    }

    /** Null: nobody's in particular. */
    public Agent getAgent() {
        return agent;
    }

    public void setAgent(Agent agent) {
        this.agent = agent;
    }

    public int getRingSeconds() {
        return ringSeconds;
    }

    public void setRingSeconds(int seconds) {
        if (seconds < MIN_RING_SECONDS || seconds > MAX_RING_SECONDS) {
            throw new IllegalArgumentException("a telephone rings " + MIN_RING_SECONDS + " to " + MAX_RING_SECONDS + " seconds");
        }
        this.ringSeconds = seconds;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    /** Null: as the group says that rings it. */
    public Accept getAccept() {
        return accept;
    }

    public void setAccept(Accept accept) {
        this.accept = accept;
    }

    /** For the audit log. */
    Map<String, String> facts() {
        return Map.of("label", label, "address", address, "person", agent == null ? "" : agent.getName(), "rings", String.valueOf(ringSeconds),
                "active", String.valueOf(active), "accept", accept == null ? "" : accept.name());
    }

    /** A label as a script's word: {@code "Tom, Büro"} becomes {@code tom-buro}. */
    public static String keyOf(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String word = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return word.substring(0, Math.min(40, word.length())).replaceAll("-+$", "");
    }

    void moveTo(int place) {
        this.place = place;
    }
}
