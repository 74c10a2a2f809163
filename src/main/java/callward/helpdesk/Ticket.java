package callward.helpdesk;

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
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Something a customer waits for us to settle, known by the number he types on his telephone. */
@Entity
@Table(name = "ticket")
public class Ticket implements Serializable {

    /** Whether there is still something to do. */
    public enum State { OPEN, CLOSED }

    /** A number that cannot be typed on a telephone is of no use to a caller. */
    static final Pattern NUMBER = Pattern.compile("\\d{1,20}");

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String number;
    private String title;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    @ManyToOne
    @JoinColumn(name = "customer_id")
    private Customer customer;
    private String url;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    public Long getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        if (number == null || !NUMBER.matcher(number.strip()).matches()) {
            throw new IllegalArgumentException("a ticket's number is 1 to 20 digits");
        }
        this.number = number.strip();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** For the audit log. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("number", number);
        facts.put("title", title);
        facts.put("state", state.name());
        facts.put("customer", customer == null ? null : customer.getName());
        facts.put("url", url);
        return facts;
    }

    /** All that the page can change: equal while nobody has changed it. */
    Map<String, String> content() {
        Map<String, String> content = facts();
        content.put("customer", customer == null ? null : customer.getId().toString()); // who is renamed is the same one
        return content;
    }

    public State getState() {
        return state;
    }

    public void setState(State state) {
        this.state = state;
    }

    /** Whose ticket it is, null when nobody knows. */
    public Customer getCustomer() {
        return customer;
    }

    public void setCustomer(Customer customer) {
        this.customer = customer;
    }

    /** Its page in another system, null when there is none. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = WebAddress.checked(url);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }
}
