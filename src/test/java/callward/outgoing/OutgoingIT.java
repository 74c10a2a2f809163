package callward.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.call.Calls;
import callward.call.Sql;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.line.Line;
import callward.line.Lines;
import callward.outgoing.CallRefused.Reason;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server, with its own timers, transactions and simulated carrier. */
@ExtendWith(ArquillianExtension.class)
@Covers("S1.16")
class OutgoingIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(OutgoingIT.class, Covers.class);
    }

    @Inject
    OutgoingCalls outgoing;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Lines lines;
    @Inject
    Calls calls;
    @Inject
    Sql sql;

    private final String mark = "it" + UUID.randomUUID().toString().substring(0, 8);
    private final String number = "+1555010" + ThreadLocalRandom.current().nextInt(2000, 9999);

    @Test
    void a_click_is_heard_within_a_second_or_two_and_never_twice() {
        long account = anAgent();
        Line line = aLine();
        Instant clicked = Instant.now();
        OwnCall wanted = outgoing.call(account, mark, new Wanted("+15550101234", line.getId(), null, null, null, null));
        assertEquals("WANTED", wanted.state());
        await(() -> outgoing.latest(account).orElseThrow().state().equals("RINGING"));
        Duration took = Duration.between(clicked, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, took.toString());

        OwnCall ringing = outgoing.latest(account).orElseThrow();
        assertEquals("OUT LIVE " + line.getNumber(), calls.find(ringing.call()).map(call -> call.direction() + " " + call.state() + " " + call.caller()).orElse("none"));
        assertEquals(Reason.ALREADY, refused(account, "+15550101234", line));
        assertEquals(1, sql.list("select id from callward.leg where call_id = ?", row -> row.getString(1), ringing.call()).size());
    }

    @Test
    @Covers("B12")
    void what_is_refused_is_written_down_although_nothing_else_is() {
        long account = anAgent();
        Line line = aLine();
        String premium = "+1900234" + ThreadLocalRandom.current().nextInt(2000, 9999);
        assertEquals(Reason.PREMIUM_RATE, refused(account, premium, line));
        assertEquals("REFUSED", sql.one("select deed from callward.audit_entry where subject = ?", row -> row.getString(1), premium).orElse("none"));
        assertFalse(outgoing.latest(account).isPresent());
    }

    private Reason refused(long account, String to, Line line) {
        return assertThrows(CallRefused.class, () -> outgoing.call(account, mark, new Wanted(to, line.getId(), null, null, null, null))).reason();
    }

    private long anAgent() {
        long account = sql.one("""
                insert into callward.account (username, name, password, role, active, created_at) values (?, ?, '-', 'AGENT', true, now()) returning id""",
                row -> row.getLong(1), mark, mark).orElseThrow();
        Agent agent = agents.of(account, mark);
        devices.save(new Device(mark, "Desk", Destination.of("+15550109" + ThreadLocalRandom.current().nextInt(100, 999)), agent));
        return account;
    }

    /** Rented at the simulated carrier, as a line is. */
    private Line aLine() {
        long id = lines.add(PhoneNumber.of(number), mark, null, null, "en-US", true).getId();
        await(() -> lines.find(id).orElseThrow().getCarrierSid() != null);
        return lines.find(id).orElseThrow();
    }

    private static void await(BooleanSupplier what) {
        Instant until = Instant.now().plusSeconds(30);
        while (!what.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(until), "in vain");
            LockSupport.parkNanos(50_000_000);
        }
    }
}
