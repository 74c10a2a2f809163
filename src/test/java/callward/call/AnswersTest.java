package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.agent.Availability;
import callward.agent.Device;
import callward.agent.Devices;
import callward.agent.Ringable;
import callward.flow.Answer;
import callward.flow.ByTime;
import callward.flow.CallEvent;
import callward.flow.CallFlow;
import callward.flow.HangUp;
import callward.flow.Progress;
import callward.flow.Question;
import callward.flow.Remark.Why;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.helpdesk.CustomerFound;
import callward.helpdesk.Helpdesk;
import callward.helpdesk.TicketFound;
import callward.hours.GivenCalendars;
import callward.house.Covers;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.line.Lines;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.GivenRingGuard;
import callward.script.Scripts;
import callward.settings.Company;
import callward.wording.Facts;
import callward.wording.Tongue;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Question TICKET = new Question.TicketNumbered("1234");
    private static final TicketFound FOUND = new TicketFound("7", "1234", "It squeaks", "/tickets/ticket?number=1234",
            Optional.of(new CustomerFound("3", "John Doe", "/customers/customer?id=3")));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_ticket_is_known_with_its_customer() {
        Answer answer = answers(true, () -> Optional.of(FOUND)).to(TICKET, Instant.EPOCH);
        Answer.Known known = (Answer.Known) answer;
        assertEquals(Optional.of("John Doe"), known.facts().get("customer.name"));
        assertEquals(Optional.of("It squeaks"), known.facts().get("ticket.title"));
        assertEquals(answer, answers(false, () -> Optional.of(FOUND)).to(TICKET, Instant.EPOCH));
    }

    @Test
    void a_helpdesk_that_does_not_answer_knows_nothing() {
        assertEquals(new Answer.Unknown(), answers(true, this::waitForEver).to(TICKET, Instant.EPOCH));
    }

    @Test
    void a_helpdesk_that_breaks_knows_nothing() {
        assertEquals(new Answer.Unknown(), answers(true, () -> {
            throw new IllegalStateException("its API has changed");
        }).to(TICKET, Instant.EPOCH));
    }

    @Test
    void who_is_not_known_is_not_known() {
        assertEquals(new Answer.Unknown(), answers(true, Optional::empty).to(new Question.WhoCalls(PhoneNumber.of("+15550101234")), Instant.EPOCH));
    }

    @Test
    void a_call_goes_by_a_calendar_at_the_hour_it_has() {
        GivenCalendars.calendar("office", "Europe/London", "MONDAY 09:00-17:00");
        Steps steps = new Steps("when", List.of(new ByTime("when", "office", "day", "night"),
                new HangUp("day", List.of()), new HangUp("night", List.of())), new Tongue("en-US", null));
        assertEquals("day", goesTo(steps, "2026-11-23T16:59:59Z"));
        assertEquals("night", goesTo(steps, "2026-11-23T17:00:00Z"));
        assertEquals("night", goesTo(steps, "2026-06-15T16:30:00Z"), "it is 17:30 in summer");
        assertEquals("day", goesTo(steps, "2026-06-15T08:00:00Z"));
    }

    @Test
    void a_calendar_that_is_not_there_keeps_nobody_from_people() {
        TestDatabase.empty();
        assertEquals(new Answer.Unknown(), answers(false, Optional::empty).to(new Question.IsOpen("office"), Instant.EPOCH));
    }

    @Test
    void whether_a_caller_is_called_back_the_guard_says_for_his_kind_of_call() {
        Answers answers = answers(false, Optional::empty);
        answers.guard = (number, practice) -> practice;
        Desk.empty();
        answers.calls = Wired.with(Wired.with(TestDatabase.get()).bean(Sql.class), new Scripts()).bean(Calls.class);
        TestDatabase.call("CA1");
        TestDatabase.run("update callward.call set simulated = true");
        TestDatabase.call("CA2");
        assertEquals(new Answer.Allowed(true), answers.to(new Question.MayCallBack(PhoneNumber.of("+15550101234"), Facts.of("call.id", "CA1")), Instant.EPOCH));
        assertEquals(new Answer.Allowed(false), answers.to(new Question.MayCallBack(PhoneNumber.of("+15550101234"), Facts.of("call.id", "CA2")), Instant.EPOCH));
    }

    private String goesTo(Steps steps, String hour) {
        Answers answers = answers(false, Optional::empty);
        Progress asking = new Progress("when", Facts.NONE, 0, null, null, null, false, null, 1, 1, null, new Question.IsOpen("office"), null);
        Answer answer = answers.to(asking.asked(), Instant.parse(hour));
        return CallFlow.next(steps, asking, new CallEvent.Learned(Instant.EPOCH, answer)).progress().step();
    }

    @Test
    @Covers({"B04", "S0.08"})
    void a_telephone_whose_owner_is_away_is_told_with_the_reason_and_the_others_ring() {
        Answers answers = answers(false, Optional::empty);
        answers.devices = new Devices() {
            @Override
            public List<Ringable> targets(List<String> keys) {
                return List.of(phone("tom", 1L), phone("ann", 2L), phone("door", null));
            }
        };
        answers.availability = new Availability() {
            @Override
            public Map<Long, Why> away(Collection<Long> agents, Instant at) {
                assertEquals(List.of(1L, 2L), List.copyOf(agents));
                assertEquals(Instant.EPOCH, at, "by the hour that the call lives in");
                return Map.of(1L, Why.OUT_OF_OFFICE);
            }
        };
        Answer.Targets found = (Answer.Targets) answers.to(new Question.WhereIs(List.of("tom", "ann", "door")), Instant.EPOCH);
        assertEquals(List.of("ann", "door"), found.targets().stream().map(Verb.Target::key).toList());
        assertEquals(List.of(new Answer.NotRung("tom", "tom, desk", Why.OUT_OF_OFFICE)), found.passedOver());
    }

    @Test
    @Covers({"B04", "B12"})
    void a_line_of_ours_is_never_rung_since_the_call_would_come_in_again_nor_is_a_dear_number() {
        Answers answers = answers(false, Optional::empty);
        answers.availability = new Availability() {
            @Override
            public Map<Long, Why> away(Collection<Long> agents, Instant at) {
                return Map.of();
            }
        };
        answers.devices = new Devices() {
            @Override
            public List<Ringable> targets(List<String> keys) {
                return List.of(new Ringable("hotline", "Hotline", PhoneNumber.of("+15550100100"), "Hotline", 20, null, null), phone("tom", null),
                        new Ringable("ship", "Ship", PhoneNumber.of("+870773123456"), "Ship", 20, null, null));
            }
        };
        Answer.Targets found = (Answer.Targets) answers.to(new Question.WhereIs(List.of("hotline", "tom", "ship")), Instant.EPOCH);
        assertEquals(List.of("tom"), found.targets().stream().map(Verb.Target::key).toList());
        assertEquals(List.of(new Answer.NotRung("hotline", "Hotline", Why.OUR_LINE), new Answer.NotRung("ship", "Ship", Why.NOT_ALLOWED)), found.passedOver());
    }

    @Test
    void a_telephone_asks_whoever_picks_it_up_where_it_is_set_so() {
        Answers answers = answers(false, Optional::empty);
        answers.availability = new Availability() {
            @Override
            public Map<Long, Why> away(Collection<Long> agents, Instant at) {
                return Map.of();
            }
        };
        answers.devices = new Devices() {
            @Override
            public List<Ringable> targets(List<String> keys) {
                return Stream.of(Device.Accept.ASK, Device.Accept.TRUSTED, null)
                        .map(accept -> new Ringable("p" + accept, "", Destination.of("client:x"), "x", 20, null, accept)).toList();
            }
        };
        Answer.Targets found = (Answer.Targets) answers.to(new Question.WhereIs(List.of()), Instant.EPOCH);
        assertEquals(List.of(true, false, false), found.targets().stream().map(Verb.Target::asks).toList());
    }

    private static Ringable phone(String key, Long agent) {
        return new Ringable(key, key + ", desk", Destination.of("client:" + key), key, 20, agent, null);
    }

    private Optional<TicketFound> waitForEver() {
        try {
            never.await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(FOUND);
    }

    private Answers answers(boolean far, Supplier<Optional<TicketFound>> tickets) {
        Answers answers = new Answers();
        answers.calendars = GivenCalendars.inDatabase(Wired.with(new GivenSettings()).bean(Company.class));
        answers.executor = (ManagedExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
        Lines lines = new Lines() {
            @Override
            public boolean isOurs(Destination place) {
                return place.equals(PhoneNumber.of("+15550100100"));
            }
        };
        answers.never = Wired.with(lines, new GivenRingGuard("+870773123456")).bean(ForbiddenPhones.class);
        answers.helpdesk = new Helpdesk() {
            @Override
            public Optional<CustomerFound> customerWith(PhoneNumber number) {
                return Optional.empty();
            }

            @Override
            public Optional<TicketFound> ticketNumbered(String number) {
                return tickets.get();
            }

            @Override
            public boolean isFar() {
                return far;
            }
        };
        return answers;
    }
}
