package callward.script;

import callward.flow.Steps;
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

/** A script as it was published once. Never changes: a call that began with it ends with it. */
@Entity
@Table(name = "script_revision")
@Cacheable(false)
public class ScriptRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "script_id")
    private Script script;
    private int number;
    private String steps;
    @Column(name = "published_at")
    private Instant publishedAt;
    @Column(name = "published_by")
    private String publishedBy;
    private String note;
    private boolean trial;

    protected ScriptRevision() { }

    ScriptRevision(Script script, int number, Steps steps, Instant publishedAt, String publishedBy, String note) {
        this.script = script;
        this.number = number;
        this.steps = StepsJson.write(steps);
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
        this.note = note;
    }

    /** A draft as a simulated call walks through it. */
    static ScriptRevision trial(Script script, ScriptDraft draft, Instant at) {
        ScriptRevision trial = new ScriptRevision(script, -draft.getVersion(), draft.steps().finished(), at, draft.getChangedBy(), null);
        trial.trial = true;
        return trial;
    }

    public Long getId() {
        return id;
    }

    public Script getScript() {
        return script;
    }

    /** From 1; of a trial below 0. */
    public int getNumber() {
        return number;
    }

    public Steps steps() {
        return StepsJson.read(steps);
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }

    public String getPublishedBy() {
        return publishedBy;
    }

    /** What whoever published it had to say, or null. */
    public String getNote() {
        return note;
    }

    /** Never published, only tried: calls of customers do not come here. */
    public boolean isTrial() {
        return trial;
    }
}
