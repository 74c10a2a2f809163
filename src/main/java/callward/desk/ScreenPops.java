package callward.desk;

import callward.access.Role;
import callward.api.Json;
import callward.call.CallNews;
import callward.call.CallNoted;
import callward.flow.BuiltIn;
import callward.flow.Happening;
import callward.phone.CallId;
import callward.settings.OwnTransaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts on the agents' screens who calls, before their telephones ring, and what becomes of the call. */
@ApplicationScoped
public class ScreenPops {

    private static final Logger LOG = System.getLogger(ScreenPops.class.getName());

    @Inject
    OpenDesks desks;
    @Inject
    PopUpRules rules;
    @Inject
    PopUpLog log;
    @Inject
    OwnTransaction own;
    @Inject
    Event<CallNoted> noted;
    @Resource
    ManagedExecutorService threads;

    private final InOrder line = new InOrder();

    /** The caller's webhook is answered by this very thread: it hands the news over and goes. */
    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallNews news) {
        // that nobody saw a pop-up stands in the call's record, too
        if (desks.areAnyOpen() || news.what() instanceof Happening.AboutToRing) {
            line.submit(threads, () -> show(news));
        }
    }

    private void show(CallNews news) {
        try {
            String call = news.call().sid();
            if (news.what() instanceof Happening.AboutToRing(var targets) && !BuiltIn.isCalledByUs(news.facts())) {
                pop(PopUp.of(call, news.facts(), news.lineName(), targets, news.at()));
            }
            push(CallMoved.of(call, news.what(), news.at()), anybody -> true);
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.log(Level.WARNING, "pop-up=lost call=" + news.call(), e); // the page reads the truth at its next connect
        }
    }

    /** Shown first, written down afterwards. */
    private void pop(PopUp popUp) throws JsonProcessingException {
        Set<Role> roles = own.call(rules::now).get(popUp.kind());
        push(popUp, roles::contains);
        Map<Boolean, List<Viewer>> viewers = desks.viewers().stream().collect(Collectors.partitioningBy(viewer -> roles.contains(viewer.role())));
        own.run(() -> log.shown(popUp.call(), popUp.kind(), viewers.get(true), viewers.get(false)));
        noted.fire(new CallNoted(new CallId(popUp.call())));
    }

    /** Open desks read anew what they may show. */
    void rulesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PopUpRules.Changed news) {
        desks.push("{\"type\":\"pop-ups\"}", anybody -> true);
    }

    private void push(Object message, Predicate<Role> toWhom) throws JsonProcessingException {
        desks.push(Json.MAPPER.writeValueAsString(message), toWhom);
    }
}
