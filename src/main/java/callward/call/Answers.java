package callward.call;

import callward.agent.Availability;
import callward.agent.Device;
import callward.agent.Devices;
import callward.agent.NeverRung;
import callward.agent.Ringable;
import callward.flow.Answer;
import callward.flow.Question;
import callward.flow.Remark.Why;
import callward.flow.Verb;
import callward.group.Groups;
import callward.helpdesk.CustomerFound;
import callward.helpdesk.Helpdesk;
import callward.helpdesk.TicketFound;
import callward.hours.Calendars;
import callward.wording.Facts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out what the engine asks. A helpdesk that is slow or broken knows nothing: the caller goes on. */
@ApplicationScoped
class Answers {

    private static final Logger LOG = System.getLogger(Answers.class.getName());
    private static final int HELPDESK_SECONDS = 2;

    @Inject
    Helpdesk helpdesk;
    @Inject
    Devices devices;
    @Inject
    Calendars calendars;
    @Inject
    Availability availability;
    @Inject
    NeverRung never;
    @Inject
    Groups groups;
    @Inject
    Clock clock;
    @Inject
    Queues queues;
    @Inject
    Calls calls;
    @Inject
    NumberGuard guard;
    @Resource
    ManagedExecutorService executor;

    /** @param hour what time it is in the call that asks */
    Answer to(Question question, Instant hour) {
        return switch (question) {
            case Question.WhoCalls(var number) -> find(() -> helpdesk.customerWith(number).map(this::known).orElseGet(Answer.Unknown::new));
            case Question.TicketNumbered(var number) -> find(() -> helpdesk.ticketNumbered(number).map(this::known).orElseGet(Answer.Unknown::new));
            case Question.WhereIs(var keys) -> whereIs(devices.targets(keys), hour, owners -> Set.of());
            case Question.WhoCanTalk(var keys, var gone) -> whereIs(devices.targets(keys), hour, owners -> availability.talking(owners, gone));
            case Question.WhoIsFree(var group, var facts) -> groups.whoIsFree(group, facts, hour, clock.instant());
            case Question.MayWait(var group, var facts) -> queues.mayWait(group, facts, hour);
            case Question.MayCallBack(var number, var facts) -> new Answer.Allowed(guard.mayPromise(number, facts.get("call.id").flatMap(calls::find).filter(Calls.CallRow::simulated).isPresent()));
            case Question.IsOpen(var calendar) -> calendars.isOpen(calendar, hour).<Answer>map(Answer.Open::new).orElseGet(Answer.Unknown::new);
        };
    }

    /** A telephone rings for whoever calls; but whose it is may have said that he is not there. */
    private Answer whereIs(List<Ringable> phones, Instant hour, Function<List<Long>, Set<Long>> talking) {
        List<Long> owners = phones.stream().map(Ringable::agentId).filter(Objects::nonNull).distinct().toList();
        Map<Long, Why> away = new HashMap<>();
        talking.apply(owners).forEach(busy -> away.put(busy, Why.ON_A_CALL));
        away.putAll(availability.away(owners, hour));
        List<Verb.Target> found = new ArrayList<>();
        List<Answer.NotRung> passedOver = new ArrayList<>();
        phones.forEach(phone -> Optional.ofNullable(phone.agentId()).map(away::get).or(() -> never.why(phone.destination())).ifPresentOrElse(
                why -> passedOver.add(new Answer.NotRung(phone.key(), phone.label(), why)), () -> found.add(target(phone))));
        return new Answer.Targets(found, passedOver);
    }

    /** Our own tables are asked within the call's transaction: a second connection per caller would run out in a rush. */
    private Answer find(Supplier<Answer> search) {
        return helpdesk.isFar() ? inTime(search::get) : search.get();
    }

    private Answer inTime(Callable<Answer> search) {
        Future<Answer> found = executor.submit(search);
        try {
            return found.get(HELPDESK_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            found.cancel(true);
            LOG.log(Level.WARNING, "helpdesk=slow seconds={0}", HELPDESK_SECONDS);
        } catch (ExecutionException broken) {
            LOG.log(Level.WARNING, "helpdesk=broken", broken.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Unknown();
    }

    private Answer known(CustomerFound customer) {
        return new Answer.Known(facts(customer));
    }

    private Answer known(TicketFound ticket) {
        Facts facts = ticket.customer().map(Answers::facts).orElse(Facts.NONE).with("ticket.id", ticket.id())
                .with("ticket.number", ticket.number()).with("ticket.title", ticket.title()).with("ticket.url", ticket.url());
        return new Answer.Known(facts);
    }

    private static Facts facts(CustomerFound customer) {
        return Facts.of("customer.id", customer.id()).with("customer.name", customer.name()).with("customer.url", customer.url());
    }

    private static Verb.Target target(Ringable phone) {
        return new Verb.Target(phone.key(), phone.label(), phone.destination(), phone.agentName(), phone.seconds(),
                phone.accept() == Device.Accept.ASK);
    }
}
