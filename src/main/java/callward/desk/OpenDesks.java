package callward.desk;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.util.Map;
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
    Event<DeskMoved> moved;

    private final Map<String, OpenDesk> open = new ConcurrentHashMap<>();

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
        moved.fire(new DeskMoved());
    }

    void closed(Session socket) {
        if (open.remove(socket.getId()) != null) {
            moved.fire(new DeskMoved());
        }
    }

    /** @param account null for somebody who has none */
    boolean isOpen(Long account) {
        return account != null && open.values().stream().anyMatch(desk -> desk.account() == account);
    }

    void push(String text, Predicate<Role> toWhom) {
        open.values().stream().filter(desk -> toWhom.test(desk.role())).forEach(desk -> desk.send(text));
    }

    /** Who signs out sees nothing any more. */
    void signedOut(String signIn) {
        open.values().stream().filter(desk -> desk.belongsTo(signIn)).forEach(desk -> desk.close(SIGNED_OUT));
    }

    /** Shows the pages that we are there, and sees who has lost his account or his role since. */
    void beat() {
        if (!areAnyOpen()) {
            return;
        }
        Map<String, Account> active = accounts.all().stream().filter(Account::isActive)
                .collect(Collectors.toMap(Account::getUsername, Function.identity()));
        open.values().forEach(desk -> {
            Account account = active.get(desk.username());
            if (account == null) {
                desk.close(SIGNED_OUT);
            } else {
                desk.becomes(account.getRole());
                desk.send(BEAT);
            }
        });
    }
}
