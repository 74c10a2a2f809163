package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.carrier.Carrier;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Texts;
import callward.flow.Order;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenOwnTransaction;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.script.StepsJson;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two calls, one is real and one is simulated: each is seen to at its own carrier. */
@Covers("B01")
class WhoseCallTest {

    private final GivenClock clock = new GivenClock();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void calls() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
        TestDatabase.call("CA2");
        TestDatabase.run("update callward.call set account = 'ACreal' where id = 'CA1'");
        TestDatabase.run("update callward.call set account = 'ACsimulated', simulated = true where id = 'CA2'");
    }

    @Test
    void a_text_goes_out_where_its_call_came_in() {
        for (String call : List.of("CA1", "CA2")) {
            TestDatabase.run("insert into callward.carrier_order (call_id, what, next_try_at, created_at) values (?, ?::jsonb, 'epoch', 'epoch')",
                    call, StepsJson.write(new Order.SendText(PhoneNumber.of("+15550101234"), call)));
        }
        Texts texts = (account, from, to, body) -> {
            done.add(account + " " + body);
            return "SM1";
        };
        OrderRows orders = Wired.with(sql(), clock).named("house", new Fired<Object>()).bean(OrderRows.class);
        Wired.with(clock, texts, new GivenCarrier(), (WayBack) turn -> null, orders, new Placer(), new Whereabouts(), new ContinueCall(), new GivenOwnTransaction(), Desk.runners()).bean(CarrierOrders.class).look();
        assertEquals(List.of("ACreal CA1", "ACsimulated CA2"), done.stream().sorted().toList());
    }

    @Test
    void a_call_that_cannot_be_ended_does_not_keep_us_from_the_others() {
        TestDatabase.run("update callward.call set touched_at = 'epoch'");
        Carrier carrier = (Carrier) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Carrier.class},
                (proxy, method, arguments) -> Optional.of(new Carrier.CarrierCall((CallId) arguments[1], "completed", true, 3)));
        Switchboard switchboard = new Switchboard() {
            @Override
            void wasOver(CallEnding ending) {
                if (done.isEmpty()) {
                    done.add("failed");
                    throw new IllegalStateException("broken");
                }
                done.add(ending.status());
            }
        };
        lostCalls(carrier, switchboard).look();
        assertEquals(List.of("failed", "completed"), done);
    }

    @Test
    void a_call_whose_script_was_deleted_comes_to_its_end() {
        Event<?> house = (Event<?>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
        LiveCalls calls = Wired.with(sql()).named("house", house).bean(LiveCalls.class);
        Wired turns = Wired.with(clock, house, calls, new TimeLimits());
        List.of("scripts", "answers").forEach(nobody -> turns.named(nobody, null));
        Wired wired = Wired.with(clock, house, calls, turns.bean(Turns.class), new TimeLimits());
        List.of("lines", "scripts", "devices", "dialled", "company").forEach(nobody -> wired.named(nobody, null));
        wired.bean(Switchboard.class).ended(new CallEnding(new CallId("CA1"), "completed", 3, clock.instant(), "status", Map.of()));
        assertEquals(Optional.of("OVER ABANDONED"), sql().one("select state || ' ' || outcome from callward.call where id = 'CA1'", row -> row.getString(1)));
    }

    @Test
    void where_a_row_holds_nothing_there_is_nothing() {
        assertEquals(Optional.empty(), sql().one("select revision_id from callward.call where id = 'CA1'", row -> row.getObject(1, Long.class)));
    }

    @Test
    void a_carrier_that_is_down_does_not_keep_us_from_the_others_calls() {
        TestDatabase.run("update callward.call set touched_at = 'epoch'");
        Carrier carrier = (Carrier) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Carrier.class}, (proxy, method, arguments) -> {
            if ("ACreal".equals(arguments[0])) {
                throw new CarrierUnreachable("down", false, null);
            }
            return Optional.of(new Carrier.CarrierCall((CallId) arguments[1], "completed", true, 3));
        });
        Switchboard switchboard = new Switchboard() {
            @Override
            void wasOver(CallEnding ending) {
                done.add(ending.call() + " " + ending.status());
            }
        };
        lostCalls(carrier, switchboard).look();
        assertEquals(List.of("CA2 completed"), done);
    }

    private LostCalls lostCalls(Carrier carrier, Switchboard switchboard) {
        Whereabouts whereabouts = Wired.with(clock, carrier, switchboard, new GivenCarrier(), new GivenOwnTransaction()).bean(Whereabouts.class);
        return Wired.with(TestDatabase.get(), clock, whereabouts, sql(), new GivenOwnTransaction()).bean(LostCalls.class);
    }

    private static Sql sql() {
        return Wired.with(TestDatabase.get()).bean(Sql.class);
    }
}
