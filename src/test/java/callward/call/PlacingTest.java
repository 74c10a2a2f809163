package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.carrier.CarrierUnreachable;
import callward.flow.Order;
import callward.house.Covers;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A telephone is rung by a call of its own: once, whatever happens in between. */
class PlacingTest {

    private static final String CALL = "CA1";
    private static final Destination TOM = Destination.of("+15550100111");

    private Desk desk;
    private CallingCarrier carrier;

    @BeforeEach
    void aCallComesIn() {
        Desk.empty();
        carrier = new CallingCarrier(() -> desk.clock.instant());
        desk = new Desk(Desk.script(), carrier);
        desk.arrives(CALL);
    }

    @AfterEach
    void close() {
        desk.own.close();
    }

    @Test
    void it_shows_the_number_that_was_called_and_asks_at_its_own_door() {
        order();
        desk.orders.look();
        assertEquals(List.of("place AC1 " + Desk.LINE + " +15550100111 /offer/t0k3n /placed/1 20"), carrier.done);
        assertEquals(List.of(new CallPlaced(new CallId(CALL), "offer/t0k3n", new LegId("CAplaced1"))), fired(CallPlaced.class));
        assertEquals("STARTED tom", desk.value("select state || ' ' || device_key from callward.leg where id = 'CAplaced1' and call_id = ?", CALL));
        later(120);
        assertEquals(1, carrier.rung());
    }

    @Test
    @Covers("B12")
    void a_number_that_is_never_rung_is_not_asked_for_however_it_came_there() {
        desk.own.run(() -> desk.outbox.write("AC2", new Order.Place(Destination.of(Desk.DEAR), "+15550100199", "out/t0k3n", 30)));
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        assertEquals(List.of("out/t0k3n"), fired(PlacingFailed.class).stream().map(PlacingFailed::door).toList());
    }

    @Test
    void an_order_of_no_call_names_its_account_and_its_number() {
        desk.own.run(() -> desk.outbox.write("AC2", new Order.Place(TOM, "+15550100199", "out/t0k3n", 30)));
        desk.orders.look();
        assertEquals(List.of("place AC2 +15550100199 +15550100111 /out/t0k3n /placed/1 30"), carrier.done);
        assertEquals(List.of(new CallPlaced(null, "out/t0k3n", new LegId("CAplaced1"))), fired(CallPlaced.class));
    }

    @Test
    void a_carrier_that_has_too_much_to_do_is_asked_again_in_a_moment() {
        order();
        carrier.troubled(CallingCarrier.busy());
        desk.orders.look();
        assertEquals(0, carrier.rung());
        later(1);
        assertEquals(1, carrier.rung());
        assertEquals(1, fired(CallPlaced.class).size());
    }

    @Test
    void a_refusal_is_told_once_with_the_carriers_code() {
        order();
        carrier.troubled(CallingCarrier.refused(21211));
        desk.orders.look();
        later(120);
        assertEquals(List.of(new PlacingFailed(new CallId(CALL), "offer/t0k3n", 21211, "no")), fired(PlacingFailed.class));
        assertEquals(1, carrier.done.size());
        assertEquals("21211", desk.value("select request->>'code' from callward.call_event where kind = 'PlacingFailed'"));
    }

    @Test
    void a_call_whose_answer_got_lost_is_found_and_not_made_again() {
        order();
        carrier.answerGetsLost();
        desk.orders.look();
        assertEquals(List.of(), fired(CallPlaced.class));
        later(2);
        assertEquals(1, fired(CallPlaced.class).size());
        later(120);
        assertEquals(1, carrier.rung());
    }

    @Test
    void a_list_that_is_slow_to_tell_is_waited_for() {
        order();
        carrier.answerGetsLost();
        carrier.listIsSlow(true);
        desk.orders.look();
        later(2);
        later(2);
        carrier.listIsSlow(false);
        later(2);
        assertEquals(1, carrier.rung());
        assertEquals(1, fired(CallPlaced.class).size());
    }

    @Test
    void a_call_that_was_never_made_is_made_then() {
        order();
        carrier.troubled(new CarrierUnreachable("read timed out", true, null));
        desk.orders.look();
        for (int i = 0; i < 6; i++) {
            later(2);
        }
        assertEquals(1, carrier.rung());
        assertEquals(1, fired(CallPlaced.class).size());
    }

    @Test
    void whoever_dies_before_he_notes_the_answer_leaves_a_row_that_is_looked_for() {
        order();
        // asked, answered, and killed before the answer was noted
        desk.own.run(() -> {
            desk.outbox.claim();
            desk.outbox.asks(1);
        });
        carrier.place("AC1", PhoneNumber.of(Desk.LINE), TOM, URI.create("/offer/t0k3n"), URI.create("/placed/1"), 20);
        later(61);
        assertEquals(1, carrier.rung());
        assertEquals(1, fired(CallPlaced.class).size());
    }

    @Test
    void the_carriers_news_are_as_good_as_its_answer() {
        order();
        carrier.answerGetsLost();
        desk.orders.look();
        moves("ringing", 1);
        assertEquals(1, fired(CallPlaced.class).size());
        assertEquals("RINGING", desk.value("select state from callward.leg where id = 'CAplaced1'"));
        later(120);
        moves("initiated", 0);
        moves("completed", 3);
        moves("completed", 3);
        assertEquals(1, fired(CallPlaced.class).size());
        assertEquals(1, carrier.rung());
        assertEquals("COMPLETED", desk.value("select state from callward.leg where id = 'CAplaced1'"));
    }

    @Test
    void two_orders_for_one_telephone_are_two_calls() {
        order();
        order();
        carrier.answerGetsLost();
        desk.orders.look();
        later(2);
        assertEquals(2, carrier.rung());
        assertEquals("2", desk.value("select count(distinct leg)::text from callward.carrier_order"));
    }

    @Test
    void nobody_is_rung_for_a_call_that_is_over() {
        order();
        desk.ends(CALL);
        desk.orders.look();
        assertEquals(List.of(), carrier.done);
        assertEquals("the call is over", desk.value("select problem from callward.carrier_order where done_at is not null"));
    }

    @Test
    void nobody_is_rung_when_it_is_too_late() {
        order();
        carrier.troubled(CallingCarrier.busy());
        desk.orders.look();
        desk.clock.passes(Duration.ofSeconds(61));
        desk.orders.look();
        assertEquals(0, carrier.rung());
        assertEquals(1, fired(PlacingFailed.class).size());
    }

    @Test
    void a_telephone_is_told_to_stop_ringing() {
        desk.own.run(() -> desk.calls.order(new CallId(CALL), List.of(new Order.EndLeg(new LegId("CAplaced1"))), desk.clock.instant()));
        desk.orders.look();
        assertEquals(List.of("end CAplaced1"), carrier.done);
    }

    @Test
    void whoever_orders_rings_the_bell() {
        order();
        assertEquals(1, fired(OrderWritten.class).size());
    }

    private void order() {
        desk.own.run(() -> desk.calls.order(new CallId(CALL), List.of(new Order.Place(TOM, null, "offer/t0k3n", 20, "tom")), desk.clock.instant()));
    }

    private void moves(String status, int sequence) {
        LegNews news = new LegNews(new CallId("CAplaced1"), new LegId("CAplaced1"), null, TOM.address(), status, sequence, desk.clock.instant());
        desk.own.run(() -> desk.placed.moved(1, news, Optional.empty(), "placed/1"));
    }

    private void later(int seconds) {
        desk.clock.passes(Duration.ofSeconds(seconds));
        desk.orders.look();
    }

    private <T> List<T> fired(Class<T> kind) {
        return desk.house.all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
