package callward.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Somebody who may sign in. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String username;
    private String name;
    private String email;
    private String password;
    @Enumerated(EnumType.STRING)
    private Role role;
    private String language;
    private boolean active;
    @Column(name = "password_due")
    private boolean passwordDue;
    private String issuer;
    private String subject;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "signed_in_at")
    private Instant signedInAt;

    protected Account() { }

    Account(String username, AccountText text, String passwordHash, Instant createdAt) {
        this.username = username;
        this.password = passwordHash;
        this.createdAt = createdAt;
        become(text);
    }

    public Long getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public Role getRole() {
        return role;
    }

    /** The language chosen for the pages, empty to follow the browser. */
    public Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }

    public boolean isActive() {
        return active;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Whether the next sign-in leads to a new password before anything else. */
    public boolean isPasswordDue() {
        return passwordDue;
    }

    /** False while he is only invited. */
    public boolean canSignIn() {
        return active && (password != null || subject != null);
    }

    public boolean hasPassword() {
        return password != null;
    }

    /** Who vouches for him elsewhere (OpenID Connect), null for nobody. */
    public String getIssuer() {
        return issuer;
    }

    /** What he is called there; null when he signs in only here. */
    public String getSubject() {
        return subject;
    }

    /** Null when he never has. */
    public Instant getSignedInAt() {
        return signedInAt;
    }

    String passwordHash() {
        return password;
    }

    void choosePassword(String hash, boolean due) {
        password = hash;
        passwordDue = due;
    }

    void become(AccountText text) {
        name = text.name();
        email = text.email();
        role = text.role();
        language = text.language();
        active = text.active();
    }

    void vouchedFor(String whose, String known) {
        issuer = known == null ? null : whose;
        subject = known;
    }

    void signedInAt(Instant now) {
        signedInAt = now;
    }

    void speak(Locale chosen) {
        language = chosen == null ? null : chosen.toLanguageTag();
    }

    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
