package callward.script;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A call test under a name, kept for a script. One that was deleted can be brought back for a day. */
@Entity
@Table(name = "call_test")
@Cacheable(false)
public class SavedCallTest {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "script_id")
    private Long script;
    private String name;
    private String document;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected SavedCallTest() { }

    SavedCallTest(long script) {
        this.script = script;
    }

    void change(String name, CallTest test, Instant at, String by) {
        this.name = name;
        document = StepsJson.write(test);
        changedAt = at;
        changedBy = by;
    }

    void delete(Instant at) {
        deletedAt = at;
    }

    void restore() {
        deletedAt = null;
    }

    public Long getId() {
        return id;
    }

    public Long getScript() {
        return script;
    }

    public String getName() {
        return name;
    }

    public CallTest test() {
        return StepsJson.read(document, CallTest.class);
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getChangedBy() {
        return changedBy;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
