package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.access.Accounts;
import callward.access.GivenAudit;
import callward.access.Role;
import callward.access.SignedIn;
import callward.agent.Agents;
import callward.agent.Devices;
import callward.agent.GivenAvailability;
import callward.agent.NeverRung;
import callward.call.Calls;
import callward.call.Sql;
import callward.desk.DeskResource.Desk;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.queue.WaitingList;
import callward.script.GivenRingGuard;
import callward.settings.Company;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a desk shows when its page asks for the truth, against a real database. */
class DeskResourceTest {

    private final TestEntities entities = TestEntities.open();
    private final Sql sql = Wired.with(TestDatabase.get()).bean(Sql.class);
    private final BusyCalls calls = Wired.with(sql).named("scripts", null).bean(BusyCalls.class);
    private final Devices devices = Wired.with(entities.manager(), new GivenAudit(), new Fired<>(), (NeverRung) place -> Optional.empty(), new GivenRingGuard()).bean(Devices.class);
    private final Agents agents = Wired.with(entities.manager(), devices, new GivenAudit(), new Fired<>(), new Accounts()).bean(Agents.class);
    private final LiveBoard board = Wired.with(calls, agents, devices, GivenAvailability.in(TestDatabase.get(), (names, since) -> List.of()),
            Wired.with(sql).bean(WaitingList.class), new Here(), new GivenClock()).bean(LiveBoard.class);
    private final PopUpRules rules = Wired.with(TestDatabase.get(), new GivenSettings(), new GivenAudit(), new Fired<>()).bean(PopUpRules.class);
    private final DeskResource desk = Wired.with(calls, new SomeAgent(), rules, board, agents).bean(DeskResource.class);

    @BeforeEach
    void nobody_calls() {
        TestDatabase.empty();
    }

    @Test
    void who_stands_on_the_board_and_rings_has_popped_up_however_late_he_came() {
        calls.meanwhile = () -> rings("CA1");
        Desk now = desk.now();
        assertEquals(List.of("CA1"), now.board().calls().stream().map(Board.Call::id).toList());
        assertEquals(List.of("CA1"), now.live().stream().map(Calls.CallRow::id).toList());
        assertEquals(List.of("CA1"), now.pops().stream().map(PopUp::call).toList());
    }

    @Test
    void who_hangs_up_between_two_looks_is_told_of_once() {
        rings("CA1");
        calls.afterwards = () -> TestDatabase.run("update callward.call set state = 'OVER', outcome = 'MISSED', ended_at = now(), seconds = 3");
        assertEquals(List.of("CA1"), desk.now().pops().stream().map(PopUp::call).toList());
        assertEquals(List.of(), desk.now().live());
        assertEquals(List.of("CA1"), desk.now().pops().stream().map(PopUp::call).toList());
    }

    private static void rings(String call) {
        TestDatabase.call(call);
        TestDatabase.run("update callward.call set progress = '{\"since\": \"2026-11-21T12:00:00Z\"}' where id = ?", call);
    }

    /** Calls come and go while they are read. */
    static class BusyCalls extends Calls {
        private Runnable meanwhile = () -> { };
        private Runnable afterwards = () -> { };

        @Override
        public List<LiveRow> going() {
            meanwhile.run();
            List<LiveRow> rows = super.going();
            afterwards.run();
            return rows;
        }
    }

    private static final class SomeAgent extends SignedIn {
        @Override
        public Optional<Role> role() {
            return Optional.of(Role.AGENT);
        }

        @Override
        public Optional<Long> answerable() {
            return Optional.empty();
        }
    }

    private static final class Here extends Company {
        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
