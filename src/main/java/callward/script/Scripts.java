package callward.script;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.SignedIn;
import callward.flow.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The company's scripts, their drafts and their revisions. A revision that was read once stays in memory: it cannot change. */
@ApplicationScoped
@Transactional
public class Scripts {

    static final String ROOM = "scripts";
    private static final int LONGEST_NAME = 100;
    /** Whoever tries a draft again and again makes a revision each time. */
    static final int MOST_IN_MEMORY = 1000;
    private static final Duration TRIALS_KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Clock clock;
    @Inject
    Event<ScriptPublished> news;
    @Inject
    Audit audit;
    @Inject
    SignedIn signedIn;
    @Inject
    @Any
    Instance<ScriptUsers> users;

    final Map<Long, Steps> revisions = new ConcurrentHashMap<>();

    public List<Script> all() {
        return entities.createQuery("select s from Script s left join fetch s.published order by lower(s.name), s.id", Script.class).getResultList();
    }

    /** Whether a call could walk through any. */
    public boolean isAnyPublished() {
        return entities.createQuery("select count(s) from Script s where s.published is not null", Long.class).getSingleResult() > 0;
    }

    public Optional<Script> find(long id) {
        return Optional.ofNullable(entities.find(Script.class, id));
    }

    public Optional<Script> named(String name) {
        try {
            return Optional.of(entities.createQuery("select s from Script s where s.name = :name", Script.class)
                    .setParameter("name", name).getSingleResult());
        } catch (NoResultException none) {
            return Optional.empty();
        }
    }

    /** What was published so far, the latest first. */
    public List<ScriptRevision> revisions(Script script) {
        return entities.createQuery("select r from ScriptRevision r where r.script.id = :script and r.trial = false order by r.number desc",
                ScriptRevision.class).setParameter("script", script.getId()).getResultList();
    }

    public Optional<ScriptRevision> revision(long script, int number) {
        return entities.createQuery("select r from ScriptRevision r where r.script.id = :script and r.number = :number", ScriptRevision.class)
                .setParameter("script", script).setParameter("number", number).getResultStream().findFirst();
    }

    public ScriptDraft draft(long script) {
        return Optional.ofNullable(entities.find(ScriptDraft.class, script)).orElseThrow(() -> ScriptRefused.notFound("script.gone"));
    }

    /** Where the script is in use, in words: a script that is cannot be deleted. */
    public List<ScriptUsers.Use> uses(long script) {
        return users.stream().flatMap(room -> room.uses(script).stream()).toList();
    }

    /** A new script with an empty draft. */
    public Script create(String name) {
        return create(name, DraftSteps.empty());
    }

    Script create(String name, DraftSteps steps) {
        Script script = new Script(free(name, null), clock.instant());
        entities.persist(script);
        entities.flush();
        entities.persist(new ScriptDraft(script.getId(), steps, clock.instant(), by()));
        entities.flush(); // whoever locks it next looks for its row
        audit.note(ROOM, script.getId().toString(), script.getName(), Deed.CREATED, Map.of(), Map.of("name", script.getName()));
        return script;
    }

    void rename(long id, String name) {
        Script script = known(id);
        String before = script.getName();
        script.rename(free(name, script));
        audit.note(ROOM, script.getId().toString(), script.getName(), Deed.CHANGED, Map.of("name", before), Map.of("name", script.getName()));
    }

    void delete(long id) {
        Script script = locked(id);
        List<ScriptUsers.Use> uses = uses(id);
        if (!uses.isEmpty()) {
            throw ScriptRefused.conflict("script.used", uses.getFirst().name());
        }
        audit.note(ROOM, script.getId().toString(), script.getName(), Deed.DELETED, Map.of("name", script.getName()), Map.of());
        script.publish(null);
        entities.flush();
        entities.createQuery("delete from ScriptRevision r where r.script.id = :script").setParameter("script", id).executeUpdate();
        entities.remove(draft(id));
        entities.remove(script);
    }

    /**
     * Keeps what somebody wrote, unless somebody else saved in the meantime.
     *
     * @param version the one he began with
     */
    ScriptDraft write(long script, int version, DraftSteps steps) {
        ScriptDraft draft = unmoved(script, version);
        if (!draft.steps().equals(steps)) {
            draft.change(steps, clock.instant(), by());
        }
        return draft;
    }

    /** Puts something else in the draft's place; what stood there can be brought back. */
    ScriptDraft replace(long script, int version, DraftSteps steps) {
        ScriptDraft draft = unmoved(script, version);
        if (!draft.steps().equals(steps)) {
            draft.replace(steps, clock.instant(), by());
        }
        return draft;
    }

    private ScriptDraft unmoved(long script, int version) {
        ScriptDraft draft = lockedDraft(script);
        if (draft.getVersion() != version) {
            throw ScriptRefused.conflict("script.moved", Optional.ofNullable(draft.getChangedBy()).orElse("?"), draft.getVersion());
        }
        return draft;
    }

    /** Freezes the steps as the script's next revision, and makes them its draft; calls that arrive from now on walk through it. */
    public ScriptRevision publish(Script script, Steps steps, String by) {
        lockedDraft(script.getId()).change(DraftSteps.of(steps), clock.instant(), by);
        return freeze(script.getId(), steps, by, null);
    }

    ScriptRevision freeze(long script, Steps steps, String by, String note) {
        Script ours = locked(script);
        int number = 1 + entities.createQuery("select coalesce(max(r.number), 0) from ScriptRevision r where r.script.id = :script and r.trial = false",
                Integer.class).setParameter("script", script).getSingleResult();
        ScriptRevision revision = new ScriptRevision(ours, number, steps, clock.instant(), by, note);
        entities.persist(revision);
        ours.publish(revision);
        entities.flush();
        news.fire(new ScriptPublished(script, revision.getId()));
        return revision;
    }

    /**
     * The draft as it stands, as a revision that only simulated calls walk through; the same one again until somebody changes the draft.
     *
     * @throws ScriptRefused while the engine cannot run it
     */
    public ScriptRevision trial(long script) {
        ScriptDraft draft = lockedDraft(script);
        Optional<ScriptRevision> same = revision(script, -draft.getVersion());
        if (same.isPresent()) {
            return same.get();
        }
        try {
            ScriptRevision trial = ScriptRevision.trial(known(script), draft, clock.instant());
            entities.persist(trial);
            entities.flush();
            return trial;
        } catch (IllegalArgumentException unfinished) {
            List<DraftProblem> errors = ScriptCheck.of(draft.steps(), Map.of()).stream().filter(DraftProblem::isError).toList();
            throw ScriptRefused.unfinished(errors);
        }
    }

    /**
     * Deletes trials of the day before and earlier that no call refers to. A draft's own trial stays: the next call to it gets the same one,
     * and must not lose it before it is written down.
     *
     * @return how many; another node that does the same now is not waited for
     */
    int forgetTrials() {
        return entities.createNativeQuery("""
                with old as materialized (
                    select r.id from callward.script_revision r where r.trial and r.published_at < ?1
                    and not exists (select 1 from callward.call c where c.revision_id = r.id)
                    and not exists (select 1 from callward.script_draft d where d.script_id = r.script_id and d.version = -r.number)
                    for update of r skip locked)
                delete from callward.script_revision gone using old where gone.id = old.id""").setParameter(1, Timestamp.from(clock.instant().minus(TRIALS_KEPT))).executeUpdate();
    }

    /** The steps of a revision, from memory after the first time. */
    public Steps steps(long revision) {
        if (revisions.size() >= MOST_IN_MEMORY) {
            revisions.clear(); // those that are still called come back one by one
        }
        return revisions.computeIfAbsent(revision, id -> entities.find(ScriptRevision.class, id).steps());
    }

    Script known(long id) {
        return find(id).orElseThrow(() -> ScriptRefused.notFound("script.gone"));
    }

    /** Whose revision it is. */
    public long scriptOf(long revision) {
        return entities.find(ScriptRevision.class, revision).getScript().getId();
    }

    String by() {
        try {
            return signedIn.by();
        } catch (jakarta.enterprise.context.ContextNotActiveException | IllegalStateException noRequest) {
            return null;
        }
    }

    private Script locked(long id) {
        return Optional.ofNullable(entities.find(Script.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(() -> ScriptRefused.notFound("script.gone"));
    }

    private ScriptDraft lockedDraft(long script) {
        return Optional.ofNullable(entities.find(ScriptDraft.class, script, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ScriptRefused.notFound("script.gone"));
    }

    private String free(String wanted, Script owner) {
        String name = wanted == null ? "" : wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw ScriptRefused.wrong("name", "script.nameWrong", LONGEST_NAME);
        }
        if (named(name).filter(other -> !other.equals(owner)).isPresent()) {
            throw ScriptRefused.wrong("name", "script.nameTaken", name);
        }
        return name;
    }
}
