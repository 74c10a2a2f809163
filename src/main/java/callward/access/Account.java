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
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Account() { }

    Account(String username, String name, String email, String passwordHash, Role role, Instant createdAt) {
        this.username = username;
        this.name = name;
        this.email = email;
        this.password = passwordHash;
        this.role = role;
        this.active = true;
        this.createdAt = createdAt;
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

    String passwordHash() {
        return password;
    }

    void speak(Locale chosen) {
        language = chosen == null ? null : chosen.toLanguageTag();
    }

    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
