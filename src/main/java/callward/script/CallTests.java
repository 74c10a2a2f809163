package callward.script;

import callward.access.Audit;
import callward.access.Deed;
import callward.flow.Happening.Outcome;
import callward.flow.Steps;
import callward.settings.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call tests of all scripts: kept, changed, run. Pages, API and publishing do it here alike. */
@ApplicationScoped
@Transactional
public class CallTests {

    public static final int LONGEST_NAME = 100;
    private static final int MOST_TESTS = 500;
    private static final Duration BROUGHT_BACK_WITHIN = Duration.ofDays(1);

    /** A test and how it went. */
    public record Ran(SavedCallTest saved, CallTestResult result) { }

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Scripts scripts;
    @Inject
    Audit audit;
    @Inject
    Company company;
    @Inject
    Clock clock;

    /** One to be written: somebody calls now, and is answered. */
    CallTest fresh() {
        return new CallTest(null, Map.of(), clock.instant().truncatedTo(ChronoUnit.MINUTES), null, List.of(), Outcome.ANSWERED);
    }

    /** By name. */
    public List<SavedCallTest> of(long script) {
        return entities.createQuery("select t from SavedCallTest t where t.script = :script and t.deletedAt is null order by lower(t.name), t.id",
                SavedCallTest.class).setParameter("script", script).getResultList();
    }

    public Optional<SavedCallTest> find(long id) {
        return Optional.ofNullable(entities.find(SavedCallTest.class, id)).filter(test -> !test.isDeleted());
    }

    /** @throws ScriptRefused when there is no such test of that script */
    public SavedCallTest known(long script, long id) {
        return find(id).filter(test -> test.getScript() == script).orElseThrow(() -> ScriptRefused.notFound("calltest.gone"));
    }

    /** @throws ScriptRefused with the field that will not do */
    public SavedCallTest save(long script, String name, CallTest test) {
        scripts.known(script);
        if (of(script).size() >= MOST_TESTS) {
            throw ScriptRefused.conflict("calltest.tooMany", MOST_TESTS);
        }
        SavedCallTest saved = new SavedCallTest(script);
        saved.change(CallTestCheck.name(name), CallTestCheck.checked(test), clock.instant(), scripts.by());
        entities.persist(saved);
        entities.flush();
        audit.note(Scripts.ROOM, subject(saved), saved.getName(), Deed.CREATED, Map.of(), facts(saved));
        return saved;
    }

    public SavedCallTest change(long script, long id, String name, CallTest test) {
        SavedCallTest saved = known(script, id);
        Map<String, String> before = facts(saved);
        saved.change(CallTestCheck.name(name), CallTestCheck.checked(test), clock.instant(), scripts.by());
        audit.note(Scripts.ROOM, subject(saved), saved.getName(), Deed.CHANGED, before, facts(saved));
        return saved;
    }

    /** A test like that one, to be changed. @param name of the copy */
    public SavedCallTest duplicate(long script, long id, String name) {
        return save(script, name, known(script, id).test());
    }

    public void delete(long script, long id) {
        SavedCallTest saved = known(script, id);
        saved.delete(clock.instant());
        entities.createQuery("delete from SavedCallTest t where t.deletedAt < :before")
                .setParameter("before", clock.instant().minus(BROUGHT_BACK_WITHIN)).executeUpdate();
        audit.note(Scripts.ROOM, subject(saved), saved.getName(), Deed.DELETED, facts(saved), Map.of());
    }

    /** Brings back what was deleted within a day. */
    public SavedCallTest restore(long script, long id) {
        SavedCallTest saved = Optional.ofNullable(entities.find(SavedCallTest.class, id)).filter(test -> test.getScript() == script)
                .orElseThrow(() -> ScriptRefused.notFound("calltest.gone"));
        if (saved.isDeleted()) {
            saved.restore();
            audit.note(Scripts.ROOM, subject(saved), saved.getName(), Deed.CREATED, Map.of(), facts(saved));
        }
        return saved;
    }

    /** All of a script's tests against steps: the published ones, the draft's. */
    public List<Ran> run(long script, Steps steps) {
        return of(script).stream().map(saved -> new Ran(saved, play(steps, saved.test()))).toList();
    }

    /** How a test goes, saved or not. */
    CallTestResult play(Steps steps, CallTest test) {
        return CallTestRun.of(steps, test, company.zone());
    }

    /**
     * The same test with everything expected that comes of it now.
     *
     * @param doings a test without expectations
     */
    public CallTest filled(Steps steps, CallTest doings) {
        return CallTestRun.filled(steps, doings, company.zone());
    }

    /** Those that go otherwise than expected. */
    List<Ran> red(long script, Steps steps) {
        return run(script, steps).stream().filter(ran -> !ran.result().green()).toList();
    }

    private static String subject(SavedCallTest saved) {
        return saved.getScript() + "/tests/" + saved.getId();
    }

    private static Map<String, String> facts(SavedCallTest saved) {
        return Map.of("name", saved.getName(), "test", StepsJson.write(saved.test()));
    }
}
