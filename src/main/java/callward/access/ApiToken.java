package callward.access;

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
import java.time.Instant;

/** Lets a program use the API in a role. Only the hash is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private String hash;
    @Enumerated(EnumType.STRING)
    private Role role;
    @ManyToOne
    @JoinColumn(name = "account_id")
    private Account account;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiToken() { }

    /** @param account of whoever makes it, null for nobody in particular @param expiresAt null for never */
    ApiToken(String name, String hash, Role role, Account account, Instant createdAt, Instant expiresAt) {
        this.name = name;
        this.hash = hash;
        this.role = role;
        this.account = account;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Role getRole() {
        return role;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Null for never. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    /** Whoever made it, null for nobody in particular. */
    public Account getAccount() {
        return account;
    }

    /** Never more than whoever made it may himself, now. */
    Role roleNow() {
        return account == null || account.getRole().may(role) ? role : account.getRole();
    }

    boolean works(Instant now) {
        return (expiresAt == null || now.isBefore(expiresAt)) && (account == null || account.isActive());
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }

    void usedAt(Instant now) {
        lastUsedAt = now;
    }
}
