package callward.desk;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.OpenSessions;
import callward.access.Role;
import callward.access.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The pages that are open on this node, by their socket. */
@ApplicationScoped
public class OpenDesks {

    private static final CloseReason SIGNED_OUT = new CloseReason(CloseCodes.VIOLATED_POLICY, "signed out");
    private static final String HELLO = "{\"type\":\"hello\"}";
    private static final String BEAT = "{\"type\":\"beat\"}";

    @Inject
    Accounts accounts;
    @Inject
    OpenSessions sessions;

    private final Map<String, OpenDesk> open = new ConcurrentHashMap<>();

    public int count() {
        return open.size();
    }

    boolean areAnyOpen() {
        return !open.isEmpty();
    }

    void opened(Session socket, Account account, String signIn) {
        OpenDesk desk = new OpenDesk(socket, account.getUsername(), account.getRole(), signIn);
        open.put(socket.getId(), desk);
        desk.send(HELLO); // from now on it misses nothing: the page reads the truth when it hears this
    }

    void closed(Session socket) {
        open.remove(socket.getId());
    }

    void push(String text, Predicate<Role> toWhom) {
        open.values().stream().filter(desk -> toWhom.test(desk.role())).forEach(desk -> desk.send(text));
    }

    /** Who signs out sees nothing any more. */
    void signedOut(String signIn) {
        open.values().stream().filter(desk -> desk.belongsTo(signIn)).forEach(desk -> desk.close(SIGNED_OUT));
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
                desk.close(SIGNED_OUT);
            } else {
                desk.becomes(account.getRole());
                desk.send(BEAT);
            }
        });
    }
}
