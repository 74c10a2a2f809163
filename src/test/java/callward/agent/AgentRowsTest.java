package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.GivenAudit;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.Destination;
import callward.script.GivenRingGuard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents as pages see them, against a real database. */
class AgentRowsTest {

    private final GivenClock clock = new GivenClock();
    private final TestEntities entities = TestEntities.open();
    private final Wired wired = Wired.with(entities.manager(), TestDatabase.get(), clock, new GivenAudit(), new Fired<>(), (NeverRung) place -> Optional.empty(), new GivenRingGuard()).named("passwords", null);
    private final CountedDevices devices = wired.bean(CountedDevices.class);
    private final CountedAccounts accounts = wired.bean(CountedAccounts.class);
    private final Agents agents = Wired.with(entities.manager(), devices, accounts, new GivenAudit(), new Fired<>()).bean(Agents.class);
    private final AgentRows rows = Wired.with(agents, devices, accounts, GivenAvailability.in(TestDatabase.get(), (names, since) -> List.of()), clock).bean(AgentRows.class);
    private long tom;

    @BeforeEach
    void tom_and_ann_answer_calls() {
        TestDatabase.empty();
        tom = answers("Tom");
        answers("Ann");
        devices.readWhole = 0;
    }

    @Test
    void whoever_reads_his_own_row_reads_nobody_elses() {
        AgentRow row = rows.of(agents.find(tom).orElseThrow());
        assertEquals(0, devices.readWhole + accounts.readWhole);
        assertEquals("tom", row.account());
        assertEquals(List.of("tom-desk", "tom-mobile"), row.devices().stream().map(AgentRow.Telephone::key).toList());
    }

    @Test
    void it_is_the_row_that_stands_among_all() {
        AgentRow among = rows.all().stream().filter(row -> row.id() == tom).findFirst().orElseThrow();
        assertEquals(among, rows.of(agents.find(tom).orElseThrow()));
    }

    @Test
    void who_never_signs_in_has_no_account() {
        Agent bo = entities.once(() -> agents.add(new Agent("Bo", null)));
        assertNull(rows.of(bo).account());
        assertEquals(List.of(), rows.of(bo).devices());
    }

    private long answers(String name) {
        String user = name.toLowerCase(Locale.ROOT);
        TestDatabase.run("insert into callward.account (username, name, password, role, created_at) values (?, ?, 'x', 'AGENT', now())", user, name);
        long account = Long.parseLong(TestDatabase.value("select id from callward.account where username = ?", user));
        return entities.once(() -> {
            Agent agent = agents.of(account, name);
            devices.save(new Device(user + "-desk", name + ", desk", Destination.of("client:" + user), agent));
            devices.save(new Device(user + "-mobile", name + ", mobile", Destination.of("client:" + user + "_mobile"), agent));
            return agent.getId();
        });
    }

    /** Knows how often somebody wanted all of them. */
    static class CountedDevices extends Devices {
        private int readWhole;

        @Override
        public List<Device> all() {
            readWhole++;
            return super.all();
        }
    }

    /** Knows how often somebody wanted all of them. */
    static class CountedAccounts extends Accounts {
        private int readWhole;

        @Override
        public List<Account> all() {
            readWhole++;
            return super.all();
        }
    }
}
