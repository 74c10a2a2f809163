package callward.desk;

import callward.access.Role;
import callward.api.Json;
import callward.call.CallNews;
import callward.flow.Happening;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;

/** Puts on the agents' screens who calls, before their telephones ring, and what becomes of the call. */
@ApplicationScoped
public class ScreenPops {

    private static final Logger LOG = System.getLogger(ScreenPops.class.getName());

    @Inject
    OpenDesks desks;
    @Inject
    PopUpRoles popUpRoles;
    @Resource
    ManagedExecutorService threads;

    private final InOrder line = new InOrder();

    /** The caller's webhook is answered by this very thread: it hands the news over and goes. */
    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallNews news) {
        if (desks.areAnyOpen()) {
            line.submit(threads, () -> show(news));
        }
    }

    private void show(CallNews news) {
        try {
            String call = news.call().sid();
            if (news.what() instanceof Happening.AboutToRing(var targets)) {
                push(PopUp.of(call, news.facts(), news.lineName(), targets, news.at()), popUpRoles::include);
            }
            push(CallMoved.of(call, news.what(), news.at()), anybody -> true);
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.log(Level.WARNING, "pop-up=lost call=" + news.call(), e); // the page reads the truth at its next connect
        }
    }

    private void push(Object message, Predicate<Role> toWhom) throws JsonProcessingException {
        desks.push(Json.MAPPER.writeValueAsString(message), toWhom);
    }
}
