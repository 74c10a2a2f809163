package callward.script;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** What people are writing of a script, finished or not. No call that a customer makes ever walks through it. */
@Entity
@Table(name = "script_draft")
@Cacheable(false)
public class ScriptDraft {

    @Id
    @Column(name = "script_id")
    private Long script;
    private int version;
    private String steps;
    @Column(name = "left_steps")
    private String left;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "changed_by")
    private String changedBy;

    protected ScriptDraft() { }

    ScriptDraft(long script, DraftSteps steps, Instant at, String by) {
        this.script = script;
        change(steps, at, by);
    }

    void change(DraftSteps now, Instant at, String by) {
        version++;
        steps = now.json();
        changedAt = at;
        changedBy = by;
    }

    /** Puts something else in its place, and keeps what stood there. */
    void replace(DraftSteps now, Instant at, String by) {
        left = steps;
        change(now, at, by);
    }

    /** What stood here before something else took its place. */
    public Optional<DraftSteps> left() {
        return Optional.ofNullable(left).map(DraftSteps::read);
    }

    /** Counts savings, from 1. */
    public int getVersion() {
        return version;
    }

    public DraftSteps steps() {
        return DraftSteps.read(steps);
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getChangedBy() {
        return changedBy;
    }
}
