package callward.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link by which somebody chooses his password, once. */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    @Column(name = "account_id")
    private Long accountId;
    private String hash;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Invitation() { }

    Invitation(long accountId) {
        this.accountId = accountId;
    }

    Long accountId() {
        return accountId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    void renew(String newHash, Instant until) {
        hash = newHash;
        expiresAt = until;
    }
}
