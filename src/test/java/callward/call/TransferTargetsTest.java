package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.agent.Agents;
import callward.agent.Availability;
import callward.agent.Device;
import callward.agent.Ringable;
import callward.call.TransferCall.Wish;
import callward.call.TransferRefused.Reason;
import callward.flow.Remark.Why;
import callward.flow.TransferTo;
import callward.group.Groups;
import callward.house.GivenClock;
import callward.house.Wired;
import callward.line.Lines;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.Known;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ann is free, Bo talks; there is a mailbox, a group, and a line of our own. */
class TransferTargetsTest {

    private static final String JOHN = "+15550101234";
    private static final String OURS = "+15550100100";
    private static final String DEAR = "+19005550100";

    private final TransferTargets targets = targets();

    @Test
    void a_colleague_who_is_free_is_rung_on_all_his_telephones() {
        assertEquals(new TransferTo.ToTelephones("Ann", List.of("ann", "ann-mobile")), targets.of(new Wish(2L, null, null, null, null), JOHN, false));
    }

    @Test
    void who_is_not_free_or_not_there_cannot_be_chosen() {
        assertEquals(Reason.AGENT_NOT_FREE, refused(new Wish(3L, null, null, null, null)));
        assertEquals(Reason.AGENT_UNKNOWN, refused(new Wish(9L, null, null, null, null)));
    }

    @Test
    void a_number_may_be_written_as_people_write_it() {
        assertEquals(List.of("+15550109999"), ((TransferTo.ToTelephones) targets.of(new Wish(null, null, "+1 (555) 010-9999", null, null), JOHN, false)).telephones());
    }

    @Test
    void a_number_that_must_not_be_called_is_refused() {
        assertEquals(Reason.NUMBER_NOT_ALLOWED, refused(new Wish(null, null, DEAR, null, null)));
        assertEquals(Reason.OUR_LINE, refused(new Wish(null, null, OURS, null, null)));
        assertEquals(Reason.CALLERS_OWN, refused(new Wish(null, null, JOHN, null, null)));
        assertEquals(Reason.NUMBER_WRONG, refused(new Wish(null, null, "Ann", null, null)));
    }

    @Test
    void groups_and_mailboxes_are_named_by_their_keys() {
        assertEquals(new TransferTo.ToGroup("Sales", "sales"), targets.of(new Wish(null, "sales", null, null, null), JOHN, false));
        assertEquals(new TransferTo.ToMailbox("Support", "support"), targets.of(new Wish(null, null, null, "support", null), JOHN, false));
        assertEquals(Reason.GROUP_UNKNOWN, refused(new Wish(null, "support", null, null, null)));
        assertEquals(Reason.MAILBOX_UNKNOWN, refused(new Wish(null, null, null, "sales", null)));
    }

    @Test
    void exactly_one_is_named_and_a_note_is_short() {
        assertEquals(Reason.ONE_TARGET, refused(new Wish(null, null, null, null, "hello")));
        assertEquals(Reason.ONE_TARGET, refused(new Wish(2L, null, null, "support", null)));
        assertEquals(Reason.NOTE_TOO_LONG, refused(new Wish(2L, null, null, null, "x".repeat(501))));
    }

    private Reason refused(Wish wish) {
        return assertThrows(TransferRefused.class, () -> targets.of(wish, JOHN, false)).reason();
    }

    // ---- the company ---------------------------------------------------------------------------------------------------

    private static TransferTargets targets() {
        Availability availability = new Availability() {
            @Override
            public List<Reach> of(Collection<Long> agents, String caller, Instant at) {
                return agents.stream().map(id -> switch (id.intValue()) {
                    case 2 -> new Reach(2, "Ann", List.of(phone("ann"), phone("ann-mobile")), null, null, true);
                    case 3 -> new Reach(3, "Bo", List.of(), Why.ON_A_CALL, null, true);
                    default -> new Reach(id, null, List.of(), Why.NOT_THERE, null, false);
                }).toList();
            }
        };
        Lines lines = new Lines() {
            @Override
            public boolean isOurs(Destination place) {
                return place.address().equals(OURS);
            }
        };
        NumberGuard guard = (number, practice) -> !number.equals(PhoneNumber.of(DEAR));
        Instance<?> known = (Instance<?>) Proxy.newProxyInstance(TransferTargetsTest.class.getClassLoader(), new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(named(Known.Thing.MAILBOX, Map.of("support", "Support")), named(Known.Thing.GROUP, Map.of("sales", "Sales"))));
        return Wired.with(new Agents(), availability, new Groups(), lines, guard, new GivenClock()).named("known", known).bean(TransferTargets.class);
    }

    private static Ringable phone(String key) {
        return new Ringable(key, key, Destination.of("client:" + key.replace('-', '_')), "Ann", 20, 2L, (Device.Accept) null);
    }

    private static Known named(Known.Thing thing, Map<String, String> names) {
        return new Known() {
            @Override
            public Thing thing() {
                return thing;
            }

            @Override
            public Map<String, String> names() {
                return names;
            }
        };
    }
}
