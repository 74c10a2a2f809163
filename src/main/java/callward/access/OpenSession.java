package callward.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One browser in which somebody is signed in. */
@Entity
@Table(name = "open_session")
public class OpenSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String key;
    @ManyToOne
    @JoinColumn(name = "account_id")
    private Account account;
    private String place;
    private String address;
    private String browser;
    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected OpenSession() { }

    OpenSession(String key, Account account, String place, String address, String browser, Instant now) {
        this.key = key;
        this.account = account;
        this.place = place;
        this.address = address;
        this.browser = browser;
        this.begunAt = now;
        this.seenAt = now;
    }

    public Long getId() {
        return id;
    }

    public Account getAccount() {
        return account;
    }

    public String getAddress() {
        return address;
    }

    /** Browser and system, as far as the browser says so itself. */
    public String getBrowser() {
        return browser;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    /** True to a few minutes. */
    public Instant getSeenAt() {
        return seenAt;
    }

    String key() {
        return key;
    }

    void seenAt(Instant now) {
        seenAt = now;
    }
}
