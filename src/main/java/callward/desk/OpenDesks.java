package callward.desk;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.OpenSessions;
import callward.access.Role;
import callward.access.SessionsEnded;
import callward.agent.Presence;
import callward.settings.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The pages that are open on this node, by their socket. */
@ApplicationScoped
public class OpenDesks {

    private static final Logger LOG = System.getLogger(OpenDesks.class.getName());
    private static final String HELLO = "{\"type\":\"hello\"}";
    private static final String BEAT = "{\"type\":\"beat\"}";

    @Inject
    Accounts accounts;
    @Inject
    Event<DeskMoved> moved;
    @Inject
    OpenSessions sessions;
    @Inject
    Presence presence;
    @Inject
    OwnTransaction own;
    @Resource
    ManagedExecutorService threads;

    private final Map<String, OpenDesk> open = new ConcurrentHashMap<>();
    private final InOrder writing = new InOrder();

    public int count() {
        return open.size();
    }

    boolean areAnyOpen() {
        return !open.isEmpty();
    }

    void opened(Session socket, Account account, String signIn) {
        OpenDesk desk = new OpenDesk(socket, account.getId(), account.getUsername(), account.getRole(), signIn);
        open.put(socket.getId(), desk);
        desk.send(HELLO); // from now on it misses nothing: the page reads the truth when it hears this
        writeDown(desk);
    }

    void closed(Session socket) {
        OpenDesk desk = open.remove(socket.getId());
        if (desk != null) {
            writeDown(desk);
        }
    }

    /** One after the other, and each as it is by then: of a page that is left for another one, the shutting may be told last. */
    private void writeDown(OpenDesk desk) {
        write(() -> {
            if (isOpen(desk.account())) {
                presence.stays(List.of(desk.account()));
            } else {
                presence.leaves(desk.account(), desk.isSignedOut() ? Duration.ZERO : Presence.RELOAD);
            }
        });
    }

    private void write(Runnable what) {
        writing.submit(threads, () -> {
            try {
                own.run(what);
                moved.fire(new DeskMoved());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "open-desk=not written", e); // the next beat writes it, or the row ends by itself
            }
        });
    }

    private boolean isOpen(long account) {
        return open.values().stream().anyMatch(desk -> desk.account() == account);
    }

    /** Who has one open, once each. */
    List<Viewer> viewers() {
        return open.values().stream().map(desk -> new Viewer(desk.username(), desk.role())).distinct()
                .sorted(Comparator.comparing(Viewer::name)).toList();
    }

    void push(String text, Predicate<Role> toWhom) {
        open.values().stream().filter(desk -> toWhom.test(desk.role())).forEach(desk -> desk.send(text));
    }

    /** Who signs out sees nothing any more. */
    void signedOut(String signIn) {
        open.values().stream().filter(desk -> desk.belongsTo(signIn)).forEach(OpenDesk::signOut);
    }

    /** Somebody ended these sessions, on this node or (then it is seen at the next beat) on another. */
    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded news) {
        news.keys().forEach(this::signedOut);
    }

    /** Shows the pages that we are there, and sees who has lost his account or his role since. */
    void beat() {
        if (!areAnyOpen()) {
            return;
        }
        Map<String, Account> active = accounts.all().stream().filter(Account::isActive)
                .collect(Collectors.toMap(Account::getUsername, Function.identity()));
        Set<String> signIns = sessions.stillOpen(open.values().stream().map(OpenDesk::signIn).collect(Collectors.toSet()));
        open.values().forEach(desk -> {
            Account account = active.get(desk.username());
            if (account == null || !signIns.contains(desk.signIn())) {
                desk.signOut();
            } else {
                desk.becomes(account.getRole());
                desk.send(BEAT);
            }
        });
        write(() -> presence.stays(open.values().stream().filter(desk -> !desk.isSignedOut()).map(OpenDesk::account).collect(Collectors.toSet())));
    }
}
