package callward.access;

import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is signed in, and where. The server's own session holds a key, the row of that key says that it still counts: a row that is taken
 * away ends the session at its next request, whichever node holds it.
 */
@ApplicationScoped
@Transactional
public class OpenSessions {

    /** "Last seen" need not be truer than that, and a page that is reloaded shall not write each time. */
    private static final Duration GRAIN = Duration.ofMinutes(5);
    /** The session-timeout of web.xml. */
    static final Duration LIFE = Duration.ofHours(12);
    private static final String KEY = "callward.session";

    @PersistenceContext(unitName = "callward")
    EntityManager database;
    @Inject
    Settings settings;
    @Inject
    Event<SessionsEnded> ended;
    @Inject
    Clock clock;

    /** The key of a session in which somebody is (or was) signed in, else null. */
    public static String keyOf(HttpSession session) {
        return session == null ? null : (String) session.getAttribute(KEY);
    }

    void begin(Account account, HttpServletRequest request) {
        String key = UUID.randomUUID().toString();
        request.getSession().setAttribute(KEY, key);
        Account known = database.find(Account.class, account.getId());
        known.signedInAt(clock.instant());
        database.persist(new OpenSession(key, known, place(), request.getRemoteAddr(), BrowserName.of(request.getHeader("User-Agent")), clock.instant()));
    }

    /** Whose session it is; nothing when it was ended, or he was shut out. */
    Optional<Account> account(String key) {
        return database.createQuery("select s from OpenSession s join fetch s.account where s.key = :key", OpenSession.class)
                .setParameter("key", key).getResultStream().findFirst()
                .map(this::seen).map(OpenSession::getAccount).filter(Account::isActive);
    }

    /** The latest first. */
    public List<OpenSession> all() {
        return alive("");
    }

    public List<OpenSession> of(Account account) {
        return alive(" and s.account.id = " + account.getId());
    }

    public Optional<OpenSession> find(long id) {
        return Optional.ofNullable(database.find(OpenSession.class, id));
    }

    public boolean isThis(OpenSession session, HttpServletRequest request) {
        return session.key().equals(keyOf(request.getSession(false)));
    }

    /** Of some keys, those that still count. */
    public Set<String> stillOpen(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : Set.copyOf(database.createQuery("select s.key from OpenSession s where s.key in :keys", String.class)
                .setParameter("keys", keys).getResultList());
    }

    public void end(OpenSession session) {
        end(List.of(session));
    }

    /** @param butKey the key of the one that stays; null for none */
    public void endAllOf(Account account, String butKey) {
        end(of(account).stream().filter(session -> !session.key().equals(butKey)).toList());
    }

    /** The server has forgotten it. */
    void gone(String key) {
        database.createQuery("delete from OpenSession s where s.key = :key").setParameter("key", key).executeUpdate();
    }

    /** A server that starts holds no session yet: what the rows say of its last life is not true any more. */
    void forgetLastLife() {
        database.createQuery("delete from OpenSession s where s.place = :here or s.seenAt < :dead")
                .setParameter("here", place()).setParameter("dead", clock.instant().minus(LIFE)).executeUpdate();
    }

    private void end(List<OpenSession> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        Set<String> keys = sessions.stream().map(OpenSession::key).collect(Collectors.toSet());
        database.createQuery("delete from OpenSession s where s.key in :keys").setParameter("keys", keys).executeUpdate();
        ended.fire(new SessionsEnded(keys));
    }

    private List<OpenSession> alive(String more) {
        return database.createQuery("select s from OpenSession s join fetch s.account where s.seenAt > :dead" + more + " order by s.seenAt desc, s.id desc",
                OpenSession.class).setParameter("dead", clock.instant().minus(LIFE)).getResultList();
    }

    private OpenSession seen(OpenSession session) {
        Instant now = clock.instant();
        if (session.getSeenAt().plus(GRAIN).isBefore(now)) {
            session.seenAt(now);
        }
        return session;
    }

    private String place() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + settings.dataFolder();
        } catch (UnknownHostException nameless) {
            return "?:" + settings.dataFolder();
        }
    }
}
