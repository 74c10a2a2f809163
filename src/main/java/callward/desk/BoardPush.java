package callward.desk;

import callward.agent.AgentsChanged;
import callward.api.Json;
import callward.call.CallNoted;
import callward.settings.OwnTransaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Moves the boards that are open: after news the board is read once and what is other is pushed to everybody. News that comes while
 * one look is on its way waits for the next: a rush of calls costs ten looks in a second and no more, however many boards are open.
 */
@ApplicationScoped
public class BoardPush {

    private static final Logger LOG = System.getLogger(BoardPush.class.getName());
    private static final long GAP_MILLIS = 100;
    private static final Board EMPTY = new Board(Instant.EPOCH, List.of(), List.of(), List.of(), Map.of());

    @Inject
    OpenDesks desks;
    @Inject
    LiveBoard board;
    @Inject
    OwnTransaction own;
    @Resource
    ManagedScheduledExecutorService threads;

    private final Set<String> noted = new HashSet<>();
    private boolean underWay;
    private boolean again;
    private Board shown = EMPTY;

    /** The webhook is answered by this very thread: it hands the news over and goes. */
    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallNoted news) {
        look(news.call().sid());
    }

    void deskMoved(@Observes DeskMoved news) {
        look();
    }

    /**
     * The demo company's agents are made while the server starts: after such a commit Payara would make this bean, and inject nothing into it.
     * Before the first desk opens there is nobody to tell.
     */
    void agentsChanged(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) AgentsChanged news) {
        look();
    }

    /** Of what other nodes do there is no news here: whoever beats looks, too. */
    void look() {
        look(null);
    }

    private synchronized void look(String call) {
        if (!desks.areAnyOpen()) {
            return;
        }
        if (call != null) {
            noted.add(call);
        }
        again = underWay;
        underWay = underWay || submit(this::lookNow, 0);
    }

    private void lookNow() {
        try {
            Set<String> calls = taken();
            Board now = own.call(board::read);
            BoardNews news = BoardNews.between(shown, now, calls);
            shown = now;
            if (!news.tellsNothing()) {
                desks.push(Json.MAPPER.writeValueAsString(news), anybody -> true);
            }
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.log(Level.WARNING, "board=not shown", e); // the pages read the truth with their next beat
        } finally {
            rest();
        }
    }

    private synchronized Set<String> taken() {
        Set<String> calls = Set.copyOf(noted);
        noted.clear();
        return calls;
    }

    private synchronized void rest() {
        underWay = submit(this::goOn, GAP_MILLIS);
    }

    private synchronized void goOn() {
        underWay = again && submit(this::lookNow, 0);
        again = false;
    }

    private boolean submit(Runnable task, long millis) {
        try {
            threads.schedule(task, millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }
}
