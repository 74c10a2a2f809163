package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Accounts;
import callward.access.GivenAudit;
import callward.agent.AgentRefused.Reason;
import callward.flow.Remark.Why;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.Destination;
import callward.script.GivenRingGuard;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is changed about an agent: kept, told, noted, and never lost unnoticed. */
class AgentsTest {

    private static final String OUR_LINE = "+15550100100";
    private static final NeverRung NEVER = place -> place.address().equals(OUR_LINE) ? Optional.of(Why.OUR_LINE) : Optional.empty();
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final String INMARSAT = "+870773123456";

    private final TestEntities entities = TestEntities.open();
    private final GivenAudit audit = new GivenAudit();
    private final Fired<AgentsChanged> told = new Fired<>();
    private final Devices devices = Wired.with(entities.manager(), audit, told, NEVER, new GivenRingGuard(INMARSAT)).bean(Devices.class);
    private final Agents agents = Wired.with(entities.manager(), devices, audit, told, new Accounts()).bean(Agents.class);

    private long tom;

    @BeforeEach
    void open() {
        TestDatabase.empty();
        tom = entities.once(() -> agents.add(new AgentText("Tom", true, true, 0, null), null).getId());
        audit.entries.clear();
    }

    @Test
    void an_agent_who_was_changed_since_somebody_has_looked_is_not_deleted() {
        AgentText seen = now();
        entities.once(() -> agents.change(tom, text -> text.withPhone(false)));
        assertEquals(Reason.CHANGED_MEANWHILE, assertThrows(AgentRefused.class, () -> entities.once(() -> agents.delete(tom, seen))).reason());
        AgentText again = now();
        entities.once(() -> agents.delete(tom, again));
        assertEquals(Reason.NO_SUCH_AGENT, assertThrows(AgentRefused.class, () -> entities.once(() -> agents.delete(tom, seen))).reason());
    }

    @Test
    void a_line_of_ours_is_nobody_s_telephone() {
        Device wrong = new Device("door", "Door", Destination.of(OUR_LINE), null);
        assertEquals(Reason.OUR_LINE, assertThrows(AgentRefused.class, () -> entities.once(() -> devices.save(wrong))).reason());
        assertEquals("0", TestDatabase.value("select count(*) from callward.device"));
        TestDatabase.run("insert into callward.device (key, label, address) values ('door', 'Door', ?)", OUR_LINE); // before it was a line
        Device kept = devices.byKey("door").orElseThrow();
        entities.manager().clear();
        kept.setLabel("Back door");
        assertEquals(Reason.OUR_LINE, assertThrows(AgentRefused.class, () -> entities.once(() -> devices.save(kept))).reason());
        kept.setActive(false);
        entities.once(() -> devices.save(kept));
        assertEquals("Back door false", TestDatabase.value("select label || ' ' || active from callward.device"));
    }

    @Test
    @Covers("B12")
    void a_number_that_must_not_be_rung_is_refused_and_one_that_is_there_already_may_be_switched_off() {
        NumberRefused refused = assertThrows(NumberRefused.class, () -> entities.once(() -> devices.save(new Device("ship", "Ship", Destination.of(INMARSAT), null))));
        assertEquals(Map.of("address", GivenRingGuard.WHY), refused.faults());
        Device door = entities.once(() -> devices.save(new Device("door", "Door", Destination.of("+15550100301"), null)));
        entities.manager().clear();
        door.setDestination(Destination.of(INMARSAT));
        assertThrows(NumberRefused.class, () -> entities.once(() -> devices.save(door)));
        assertThrows(NumberRefused.class, () -> entities.once(() -> {
            Device read = devices.byKey("door").orElseThrow();
            read.setDestination(Destination.of(INMARSAT));
            devices.save(read);
        }));
        entities.manager().clear();
        TestDatabase.run("update callward.device set address = ?", INMARSAT);
        entities.manager().clear();
        door.setActive(false);
        entities.once(() -> devices.save(door));
        assertEquals("f", TestDatabase.value("select active from callward.device"));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void of_two_who_add_a_telephone_of_one_key_at_the_same_moment_the_second_is_told_so() {
        TestEntities others = TestEntities.open();
        Devices devices2 = Wired.with(others.manager(), audit, new Fired<>(), NEVER, new GivenRingGuard()).bean(Devices.class);
        Device late = new Device("door", "Back door", Destination.of("+15550100302"), null);
        AgentRefused refused = assertInstanceOf(AgentRefused.class, SameMoment.of(entities, () -> devices.save(new Device("door", "Door", Destination.of("+15550100301"), null)),
                others, () -> devices2.save(late)));
        assertEquals(Reason.KEY_TAKEN, refused.reason());
        late.setKey("back-door");
        others.once(() -> devices2.save(late));
        assertEquals("Back door", TestDatabase.value("select label from callward.device where key = 'back-door'"));
    }

    @Test
    void a_change_is_kept_told_and_noted_with_what_was_before() {
        OutOfOffice out = new OutOfOffice(NOON, null, "Sick");
        entities.once(() -> agents.change(tom, text -> text.withPhone(false).withOutOfOffice(out)));
        assertEquals(new AgentText("Tom", false, true, 0, out), now());
        assertEquals(2, told.all().size());
        assertTrue(audit.entries.getFirst().startsWith("agents " + tom + " CHANGED"), audit.entries.toString());
        assertTrue(audit.entries.getFirst().contains("out-to=open"), audit.entries.toString());
        entities.once(() -> agents.change(tom, text -> text.withOutOfOffice(null)));
        assertNull(now().outOfOffice());
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_not_overwritten() {
        AgentText seen = now();
        entities.once(() -> agents.change(tom, text -> text.withPhone(false)));
        AgentRefused refused = assertThrows(AgentRefused.class, () -> entities.once(() -> agents.change(tom, seen.withReachable(false), seen)));
        assertEquals(Reason.CHANGED_MEANWHILE, refused.reason());
        assertFalse(now().phoneOn());
        AgentText anew = now();
        entities.once(() -> agents.change(tom, anew.withReachable(false), anew));
        assertFalse(now().reachable());
    }

    @Test
    void somebody_without_an_account_stays_reachable_and_one_with_an_account_is_asked() {
        assertTrue(new Agent("Bo", null).text().reachable());
        assertFalse(new Agent("Ann", 7L).text().reachable());
    }

    @Test
    @Covers("S0.13")
    void his_telephones_stay_in_his_order_and_those_of_others_where_they_are() {
        give("tom-1", "tom-2", "tom-3");
        entities.once(() -> devices.save(new Device("door", "Door", Destination.of("client:door"), null)));
        give("tom-4");
        arrange("tom-4", "tom-1", "tom-3", "tom-2");
        assertEquals(List.of("tom-4", "tom-1", "tom-3", "door", "tom-2"), keys());
        assertTrue(audit.entries.getLast().contains("order=tom-4, tom-1, tom-3, tom-2"), audit.entries.toString());
    }

    @Test
    void an_order_of_other_telephones_than_his_is_refused() {
        give("tom-1", "tom-2");
        entities.once(() -> devices.save(new Device("door", "Door", Destination.of("client:door"), null)));
        for (List<String> wrong : List.of(List.of("tom-1"), List.of("tom-1", "tom-1"), List.of("tom-1", "tom-2", "door"), List.of("tom-1", "door"))) {
            assertEquals(Reason.OTHER_TELEPHONES, assertThrows(AgentRefused.class, () -> arrange(wrong.toArray(String[]::new))).reason(), wrong::toString);
        }
        assertEquals(List.of("tom-1", "tom-2", "door"), keys());
    }

    @Test
    void who_is_no_agent_any_more_leaves_silent_telephones() {
        give("tom-1");
        entities.once(() -> agents.delete(tom));
        Device left = entities.once(() -> devices.byKey("tom-1").orElseThrow());
        assertFalse(left.isActive());
        assertNull(left.getAgent());
        assertEquals(Reason.NO_SUCH_AGENT, assertThrows(AgentRefused.class, () -> entities.once(() -> agents.delete(tom))).reason());
    }

    @Test
    void one_telephone_goes_up_or_down_or_is_turned_off_and_nothing_falls_over_the_edge() {
        Device first = new Device("a", "A", Destination.of("client:a"), null);
        Device second = new Device("b", "B", Destination.of("client:b"), null);
        assertEquals(List.of(new Devices.Wish("b", true), new Devices.Wish("a", true)), AgentView.arranged(List.of(first, second), "a", "down"));
        assertEquals(List.of(new Devices.Wish("a", true), new Devices.Wish("b", true)), AgentView.arranged(List.of(first, second), "a", "up"));
        assertEquals(List.of(new Devices.Wish("a", true), new Devices.Wish("b", false)), AgentView.arranged(List.of(first, second), "b", "turn"));
        assertEquals(List.of(new Devices.Wish("a", true), new Devices.Wish("b", true)), AgentView.arranged(List.of(first, second), "gone", "up"));
    }

    private AgentText now() {
        return entities.once(() -> agents.find(tom).orElseThrow().text());
    }

    private void give(String... keys) {
        Arrays.stream(keys).forEach(key -> entities.once(() ->
                devices.save(new Device(key, key, Destination.of("client:" + key.replace('-', '_')), agents.find(tom).orElseThrow()))));
    }

    private void arrange(String... keys) {
        entities.once(() -> devices.arrange(agents.find(tom).orElseThrow(), Arrays.stream(keys).map(key -> new Devices.Wish(key, true)).toList()));
    }

    private List<String> keys() {
        return entities.once(() -> devices.all().stream().map(Device::getKey).toList());
    }
}
