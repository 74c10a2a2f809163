package callward.line;

import callward.carrier.NumberShop;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.Script;
import callward.script.ScriptPublished;
import callward.script.ScriptRevision;
import callward.settings.Duplicate;
import callward.settings.KeptInMemory;
import callward.settings.Saying;
import callward.settings.Snapshot;
import callward.wording.Tongue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's lines. Where each leads is kept in memory and read again after a change, so that a call asks no database. */
@ApplicationScoped
@Transactional
public class Lines implements KeptInMemory {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Clock clock;
    @Inject
    NumberShop shop;
    @Inject
    Event<LinesChanged> news;

    /** @param numbers of all lines, of those that lead nowhere, too */
    private record Known(Map<PhoneNumber, Route> routes, Set<PhoneNumber> numbers) { }

    private final Snapshot<Known> snapshot = new Snapshot<>(this::read);

    public List<Line> all() {
        return entities.createQuery("select l from Line l left join fetch l.script order by l.name", Line.class).getResultList();
    }

    public Optional<Line> find(long id) {
        return Optional.ofNullable(entities.find(Line.class, id));
    }

    /** @param called as the carrier sent it */
    public Optional<Route> route(String called) {
        return PhoneNumber.in(called).map(snapshot.get().routes()::get);
    }

    /** Whether a call to there comes in here again. */
    public boolean isOurs(Destination place) {
        return place instanceof PhoneNumber number && snapshot.get().numbers().contains(number);
    }

    /** Where a line would lead if it led to that revision: for calls that try a draft. @param called as the carrier sent it */
    public Optional<Route> routeTo(ScriptRevision revision, String called) {
        return PhoneNumber.in(called).flatMap(number -> entities.createQuery("select l from Line l where l.number = :number", Line.class)
                .setParameter("number", number.e164()).getResultStream().findFirst()).map(line -> route(line, revision));
    }

    /**
     * Writes a line down.
     *
     * @param rent whether the carrier shall be asked for the number; otherwise it is a number that leads to us already
     */
    public Line add(PhoneNumber number, String name, Script script, Destination fallback, String language, boolean rent) {
        Line line = new Line(number.e164(), name, script, fallback == null ? null : fallback.address(), language,
                shop.accountSid(), clock.instant());
        if (rent) {
            line.want(clock.instant(), true);
        }
        entities.persist(line);
        news.fire(new LinesChanged());
        return line;
    }

    /**
     * A line on a number that the account has already: the carrier is asked to point it at us, and never to rent it.
     *
     * @throws LineRefused when somebody else adds it at the same moment
     */
    Line take(PhoneNumber number) {
        Line line = new Line(number.e164(), number.shown(), null, null, "en-US", shop.accountSid(), clock.instant());
        line.want(clock.instant(), false);
        entities.persist(line);
        Duplicate.refused(entities, () -> new LineRefused(Map.of("number", Saying.of("line.wrong.added", number.shown()))));
        return line;
    }

    Optional<Line> numbered(PhoneNumber number) {
        return entities.createQuery("select l from Line l where l.number = :number", Line.class).setParameter("number", number.e164())
                .getResultStream().findFirst();
    }

    void remove(Line line) {
        entities.remove(line);
        entities.flush();
    }

    void changed(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) LinesChanged changed) {
        snapshot.changed();
    }

    void published(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) ScriptPublished published) {
        snapshot.changed();
    }

    @Override
    public String what() {
        return "lines";
    }

    @Override
    public void readAgain() {
        snapshot.refresh();
    }

    private Known read() {
        List<Line> lines = entities.createQuery("select l from Line l left join fetch l.script s left join fetch s.published", Line.class).getResultList();
        return new Known(lines.stream().filter(line -> line.getScript() != null && line.getScript().getPublished() != null)
                .map(Lines::route).collect(Collectors.toUnmodifiableMap(Route::number, Function.identity())),
                lines.stream().map(line -> PhoneNumber.of(line.getNumber())).collect(Collectors.toUnmodifiableSet()));
    }

    private static Route route(Line line) {
        return route(line, line.getScript().getPublished());
    }

    private static Route route(Line line, ScriptRevision revision) {
        return new Route(line.getId(), PhoneNumber.of(line.getNumber()), line.getName(), revision.getId(), revision.steps(),
                Optional.ofNullable(line.getFallback()).map(Destination::of), Optional.ofNullable(line.getForward()).map(Destination::of),
                new Tongue(line.getLanguage(), line.getVoice()), Optional.ofNullable(line.getCallLimitSeconds()).map(Duration::ofSeconds));
    }
}
