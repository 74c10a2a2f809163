package callward.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.flow.Answer;
import callward.flow.RingStrategy;
import callward.flow.Remark.Why;
import callward.flow.Verb;
import callward.hours.CalendarBook;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.phone.Destination;
import callward.settings.OwnTransaction;
import callward.wording.Facts;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: groups as calls ask them, in its transactions. */
@ExtendWith(ArquillianExtension.class)
class GroupsIT {

    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T13:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T13:00:00Z");

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(GroupsIT.class, Covers.class);
    }

    @Inject
    GroupBook book;
    @Inject
    Groups groups;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    CalendarBook calendars;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    private final String key = "it" + UUID.randomUUID().toString().substring(0, 8);
    private long tom;
    private long ann;
    private long bo;

    @BeforeEach
    void three_are_in_it() {
        tom = agent("tom");
        ann = agent("ann");
        bo = agent("bo");
        book.add(key, GroupText.usual(key), List.of(member(tom), member(ann), member(bo)));
    }

    @Test
    @Covers({"S1.03", "S1.05"})
    void what_somebody_changes_counts_for_the_next_call() {
        assertEquals(List.of("tom", "ann", "bo"), rung());
        agents.change(tom, now -> now.withPhone(false));
        assertEquals(List.of("ann", "bo"), rung());
        assertEquals(List.of(new Answer.NotRung("agent:" + tom, "tom " + key, Why.SWITCHED_OFF)), free().passedOver());
        book.arrange(key, List.of(member(bo), member(ann)), null);
        assertEquals(List.of("bo", "ann"), rung());
        agents.delete(bo);
        assertEquals(List.of("ann"), rung(), "who is no agent any more is no member");
        assertEquals(List.of(), free().passedOver());
        book.delete(key);
        assertEquals(new Answer.Unknown(), groups.whoIsFree(key, Facts.NONE, clock.instant(), clock.instant()));
    }

    @Test
    void a_change_that_is_rolled_back_never_counts() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        book.arrange(key, List.of(member(bo)), null);
        transaction.rollback();
        assertEquals(List.of("tom", "ann", "bo"), rung());
    }

    @Test
    void a_calendar_and_a_group_know_of_each_other() {
        calendars.addUsual(key, key);
        GroupText usual = GroupText.usual(key);
        book.change(key, new GroupText(key, RingStrategy.LONGEST_IDLE, 20, 120, 2, true, null, "*", 5, true, key, null, true, null, 0, 1, 30), usual);
        assertEquals(List.of(key), calendars.uses(key).stream().map(use -> use.name()).toList());
        assertTrue(((Answer.Members) groups.whoIsFree(key, Facts.NONE, WEDNESDAY, clock.instant())).open());
        assertFalse(((Answer.Members) groups.whoIsFree(key, Facts.NONE, SUNDAY, clock.instant())).open());
        assertEquals(List.of("tom", "ann", "bo"), rung(), "nobody has talked yet");
    }

    /** By the server's own transactions: each call begins with another one. */
    @Test
    void calls_at_the_same_moment_begin_with_different_people() throws Exception {
        book.change(key, GroupText.usual(key).with(RingStrategy.ROUND_ROBIN), null);
        List<String> firsts = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 12).forEach(call -> all.add(threads.submit(() -> own.run(() -> firsts.add(rung().getFirst())))));
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (int i = 0; i < firsts.size(); i += 3) {
            assertEquals(3, new HashSet<>(firsts.subList(i, i + 3)).size(), firsts::toString);
        }
    }

    private Answer.Members free() {
        return (Answer.Members) groups.whoIsFree(key, Facts.of("caller.number", "+15550101234"), clock.instant(), clock.instant());
    }

    private List<String> rung() {
        return free().targets().stream().map(Verb.Target::label).toList();
    }

    private long agent(String name) {
        Agent agent = agents.add(new Agent(name + " " + key, null));
        devices.save(new Device(key + "-" + name, name, Destination.of("client:" + key + name), agent));
        return agent.getId();
    }

    private static Member member(long agent) {
        return new Member(agent, List.of());
    }
}
