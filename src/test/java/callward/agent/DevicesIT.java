package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.agent.AgentRefused.Reason;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.line.Lines;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: the telephones that calls can be forwarded to. */
@ExtendWith(ArquillianExtension.class)
@Covers("S0.08")
class DevicesIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(DevicesIT.class, Covers.class);
    }

    @Inject
    Devices devices;
    @Inject
    Agents agents;
    @Inject
    Lines lines;

    private final String mark = "it" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_call_gets_the_telephones_it_names_in_the_order_it_names_them() {
        Agent tom = agents.add(new Agent("Tom " + mark, null));
        devices.save(new Device(mark + "-1", "Desk", Destination.of("+15550100111"), tom));
        devices.save(new Device(mark + "-2", "Mobile", Destination.of("sip:tom@pbx.example.com"), null));

        assertEquals(List.of(new Ringable(mark + "-2", "Mobile", Destination.of("sip:tom@pbx.example.com"), "Mobile", 20, null, null),
                new Ringable(mark + "-1", "Desk", Destination.of("+15550100111"), "Tom " + mark, 20, tom.getId(), null)),
                devices.targets(List.of(mark + "-2", "no-such-key", mark + "-1")));
    }

    @Test
    void a_number_or_a_sip_address_stands_for_itself_and_nothing_else_does() {
        assertEquals(List.of(new Ringable("+15550100999", "+1 555-010-0999", Destination.of("+15550100999"), "+1 555-010-0999", 20, null, null),
                new Ringable("sip:bo@pbx.example.com", "sip:bo@pbx.example.com", Destination.of("sip:bo@pbx.example.com"), "sip:bo@pbx.example.com", 20, null, null)),
                devices.targets(List.of("+15550100999", "client:bo", "911", "sip:bo@pbx.example.com", "{{line.forward}}", "")));
    }

    @Test
    void what_somebody_changes_counts_for_the_next_call() {
        Device device = devices.save(new Device(mark, "Before", Destination.of("client:before"), null));
        assertEquals("Before", only().label());

        device.setLabel("After");
        device.setRingSeconds(45);
        devices.save(device);
        assertEquals(new Ringable(mark, "After", Destination.of("client:before"), "After", 45, null, null), only());

        device.setActive(false);
        devices.save(device);
        assertEquals(List.of(), devices.targets(List.of(mark)));

        devices.delete(mark);
        assertEquals(List.of(), devices.all().stream().filter(any -> any.getKey().equals(mark)).toList());
    }

    @Test
    void a_change_that_is_rolled_back_never_rings() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        devices.save(new Device(mark, "Never", Destination.of("client:never"), null));
        transaction.rollback();

        assertEquals(List.of(), devices.targets(List.of(mark)));
    }

    @Test
    void people_put_them_in_the_order_they_like() {
        devices.save(new Device(mark + "-a", "A", Destination.of("client:a"), null));
        devices.save(new Device(mark + "-b", "B", Destination.of("client:b"), null));
        devices.save(new Device(mark + "-c", "C", Destination.of("client:c"), null));

        devices.move(mark + "-c", true);
        assertEquals(List.of("A", "C", "B"), mine());
        devices.move(mark + "-a", false);
        assertEquals(List.of("C", "A", "B"), mine());
        devices.move(mark + "-b", false);
        assertEquals(List.of("C", "A", "B"), mine(), "the last one stays the last");
    }

    @Test
    void a_line_of_ours_is_nobody_s_telephone() {
        PhoneNumber line = PhoneNumber.of("+1555" + String.format("%07d", Math.floorMod(mark.hashCode(), 10_000_000)));
        devices.save(new Device(mark, "Before it was one", line, null));
        lines.add(line, mark, null, null, "en-US", false);

        assertEquals(Reason.OUR_LINE, assertThrows(AgentRefused.class, () -> devices.save(new Device(mark + "-2", "Never", line, null))).reason());
        Device kept = devices.byKey(mark).orElseThrow();
        assertEquals(Reason.OUR_LINE, assertThrows(AgentRefused.class, () -> devices.save(kept)).reason());
        kept.setActive(false);
        devices.save(kept);
    }

    @Test
    void two_telephones_cannot_have_one_key() {
        devices.save(new Device(mark, "One", Destination.of("client:one"), null));

        assertThrows(RuntimeException.class, () -> devices.save(new Device(mark, "Two", Destination.of("client:two"), null)));
    }

    private Ringable only() {
        return devices.targets(List.of(mark)).get(0);
    }

    private List<String> mine() {
        return devices.all().stream().filter(device -> device.getKey().startsWith(mark)).map(Device::getLabel).toList();
    }
}
