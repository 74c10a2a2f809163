package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.RingGroup;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.house.TestDatabase;
import callward.outgoing.GivenOutgoing;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The carrier tells that somebody has picked up, and asks what he hears, at the same moment: neither waits for the other for ever. */
class NewsAtTheSameMomentTest {

    private static final String CALL = "CA1";

    private CallingCarrier carrier;
    private Desk desk;

    @BeforeEach
    void company() {
        Desk.empty();
        carrier = new CallingCarrier(() -> desk.clock.instant());
        desk = new Desk(new Steps("people", List.of(new RingGroup("people", List.of(), "sales", null, null, null)), null), carrier);
        desk.group = new Answer.Members(List.of(new Verb.Target("tom", "tom", Destination.of("client:tom"), "tom", 20, true)), List.of(),
                new RingRules(RingStrategy.ALL_AT_ONCE, 20, 300, 2, Accept.ANY_KEY, false), true, false);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void a_telephone_that_asks() throws Exception {
        desk.arrives(CALL);
        desk.leg(CALL, "L1", "tom", "ringing");
        CompletableFuture<Void> told = desk.own.call(() -> {
            desk.calls.lock(new CallId(CALL)).orElseThrow();
            CompletableFuture<Void> answered = meanwhile(() -> desk.leg(CALL, "L1", "tom", "in-progress"));
            desk.picksUp(CALL, "L1", "tom", 1);
            return answered;
        });
        told.get(10, TimeUnit.SECONDS);
        assertEquals("ANSWERED", desk.value("select state from callward.leg where id = 'L1' and asked_at is not null"));
    }

    @Test
    void a_caller_who_comes_to_where_he_was_sent_and_the_telephone_that_he_has_left() throws Exception {
        desk.arrives(CALL);
        desk.leg(CALL, "L1", "tom", "in-progress");
        CompletableFuture<Void> told = desk.own.call(() -> {
            desk.calls.lock(new CallId(CALL)).orElseThrow();
            CompletableFuture<Void> ended = meanwhile(() -> desk.leg(CALL, "L1", "tom", "completed"));
            desk.sql.change("update callward.call set progress = jsonb_set(progress, '{detour}', '{\"left\": [\"L1\"]}') where id = ?", CALL);
            desk.calls.leave(new CallId(CALL), desk.clock.instant());
            return ended;
        });
        told.get(10, TimeUnit.SECONDS);
        assertEquals("COMPLETED", desk.value("select state from callward.leg where id = 'L1'"));
    }

    @Test
    void a_telephone_of_an_agent_who_calls() throws Exception {
        GivenOutgoing outgoing = new GivenOutgoing(desk.sql, desk.placed, desk.switchboard, desk.own, desk.clock, Desk.LINE, Desk.JOHN);
        desk.observers.add(outgoing::hears);
        desk.own.run(outgoing::wants);
        long order = Long.parseLong(desk.value("select order_id::text from callward.outgoing"));
        String token = desk.value("select token from callward.outgoing");
        CompletableFuture<Void> asked = desk.own.call(() -> {
            desk.sql.change("update callward.carrier_order set next_try_at = next_try_at where id = ?", order);
            CompletableFuture<Void> pickedUp = meanwhile(() -> desk.picksUp("CAplaced1", token, outgoing.calls));
            desk.placed.moved(order, new LegNews(new CallId("CAplaced1"), new LegId("CAplaced1"), null, GivenOutgoing.DESK, "ringing", 1, desk.clock.instant()), Optional.empty(),
                    "placed");
            return pickedUp;
        });
        asked.get(10, TimeUnit.SECONDS);
        assertEquals("1", desk.value("select turn::text from callward.call where id = 'CAplaced1'"));
    }

    @Test
    void a_telephone_that_rings_for_somebody_who_waits() throws Exception {
        close();
        Desk.empty();
        QueueTown town = new QueueTown(QueueTest.script());
        desk = town.desk;
        town.calls(CALL);
        town.passes(5);
        String leg = town.legs.getFirst().id;
        String token = desk.value("select token from callward.queue_offer");
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        desk.observers.addFirst(news -> {
            if (news instanceof LegNews told && told.status().equals("completed")) {
                asked.add(meanwhile(() -> desk.own.call(() -> town.room.agents.pickedUp(token, new LegId(leg)))));
            }
        });
        desk.leg(CALL, leg, "tom", "completed");
        asked.getFirst().get(10, TimeUnit.SECONDS);
        assertEquals("UNANSWERED", desk.value("select state from callward.queue_offer where token = ?", token));
    }

    /** Somebody else does it, and has come to where he must wait for us. */
    private CompletableFuture<Void> meanwhile(Runnable what) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                what.run();
            } finally {
                desk.own.close();
            }
        });
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> done.isDone()
                || TestDatabase.value("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").equals("1"));
        return done;
    }
}
