package callward.script;

import callward.flow.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The company's scripts and their revisions. A revision that was read once stays in memory: it cannot change. */
@ApplicationScoped
@Transactional
public class Scripts {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Clock clock;
    @Inject
    Event<ScriptPublished> news;

    private final Map<Long, Steps> revisions = new ConcurrentHashMap<>();

    public List<Script> all() {
        return entities.createQuery("select s from Script s left join fetch s.published order by s.name", Script.class).getResultList();
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

    public List<ScriptRevision> revisions(Script script) {
        return entities.createQuery("select r from ScriptRevision r where r.script.id = :script order by r.number desc", ScriptRevision.class)
                .setParameter("script", script.getId()).getResultList();
    }

    public Script create(String name) {
        Script script = new Script(name, clock.instant());
        entities.persist(script);
        entities.flush();
        return script;
    }

    /** Freezes the steps as the script's next revision; calls that arrive from now on walk through it. */
    public ScriptRevision publish(Script script, Steps steps, String by) {
        Script ours = entities.find(Script.class, script.getId(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        int number = 1 + entities.createQuery("select coalesce(max(r.number), 0) from ScriptRevision r where r.script.id = :script", Integer.class)
                .setParameter("script", ours.getId()).getSingleResult();
        ScriptRevision revision = new ScriptRevision(ours, number, steps, clock.instant(), by);
        entities.persist(revision);
        ours.publish(revision);
        entities.flush();
        news.fire(new ScriptPublished(ours.getId(), revision.getId()));
        return revision;
    }

    /** The steps of a revision, from memory after the first time. */
    public Steps steps(long revision) {
        return revisions.computeIfAbsent(revision, id -> entities.find(ScriptRevision.class, id).steps());
    }
}
