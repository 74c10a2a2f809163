package callward.script;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What callers of a line walk through, under a name. Its steps are in its revisions. */
@Entity
@Table(name = "script")
@Cacheable(false)
public class Script {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "published_revision_id")
    private ScriptRevision published;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Script() { }

    Script(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** What new calls get; null before the first publishing. */
    public ScriptRevision getPublished() {
        return published;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    void publish(ScriptRevision revision) {
        published = revision;
    }

    void rename(String now) {
        name = now;
    }
}
