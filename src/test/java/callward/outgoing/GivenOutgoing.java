package callward.outgoing;

import callward.access.GivenAudit;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.call.CallPlaced;
import callward.call.NumberGuard;
import callward.call.PlacedCalls;
import callward.call.PlacingFailed;
import callward.call.Sql;
import callward.call.Switchboard;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.line.Line;
import callward.line.Lines;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import callward.settings.Company;
import callward.settings.OwnTransaction;
import callward.wording.Facts;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * This room on a real database. The company has one line, and one agent, Ann, with two telephones, whose account is 7; she calls John. Somebody has written down the line
 * as a telephone of hers, too.
 */
public final class GivenOutgoing {

    public static final long ANN = 7;
    public static final String DESK = "+15550100222";

    public final OutgoingCalls calls;
    public final GivenSettings settings = new GivenSettings();
    public final GivenAudit audit = new GivenAudit();
    final Watchman watchman;

    /** @param line the number of the company's line, whose id is 1 */
    public GivenOutgoing(Sql sql, PlacedCalls placed, Switchboard switchboard, OwnTransaction own, Clock clock, String line, String john) {
        TestDatabase.run("insert into callward.agent (name, reachable) values ('Ann', true)");
        TestDatabase.run("insert into callward.device (key, label, address, agent_id) values ('anndesk', 'Ann, desk', ?, 1)", DESK);
        OutgoingRows rows = Wired.with(sql).bean(OutgoingRows.class);
        Lines lines = new OneLine(line);
        Company company = new Home();
        watchman = Wired.with(settings, company, lines, rows, audit, own, clock).bean(Watchman.class);
        ShownLines shown = Wired.with(lines, rows, new NoSimulator()).bean(ShownLines.class);
        calls = Wired.with(new OneAgent(), new Telephones(line), new John(john), shown, watchman, rows, placed, switchboard, company, clock).bean(OutgoingCalls.class);
    }

    public void hears(Object news) {
        switch (news) {
            case CallPlaced ringing -> calls.rings(ringing);
            case PlacingFailed not -> calls.failed(not);
            default -> { }
        }
    }

    /** She wants to call John. */
    public OwnCall wants() {
        return calls.call(ANN, "ann", new Wanted(null, null, null, null, null, null));
    }

    public OwnCall wants(String number) {
        return calls.call(ANN, "ann", new Wanted(number, null, null, null, null, null));
    }

    /** What other rooms ask before they send somebody on, or promise to call him. */
    public NumberGuard guard() {
        return Wired.with(watchman).bean(GuardedTransfers.class);
    }

    public OwnCall latest() {
        return calls.latest(ANN).orElseThrow();
    }

    private static final class OneAgent extends Agents {
        @Override
        public Optional<Agent> with(long account) {
            return Optional.<Agent>of(new Agent("Ann", ANN) {
                private static final long serialVersionUID = 1;

                @Override
                public Long getId() {
                    return 1L;
                }
            }).filter(ann -> account == ANN);
        }
    }

    private static final class Telephones extends Devices {
        private final String line;

        Telephones(String line) {
            this.line = line;
        }

        @Override
        public List<Device> ofAgent(long agent) {
            Device off = new Device("annhome", "Ann, home", Destination.of("+15550100223"), null);
            off.setActive(false);
            return List.of(off, new Device("annline", "Ann, line", Destination.of(line), null), new Device("anndesk", "Ann, desk", Destination.of(DESK), null));
        }
    }

    private static final class OneLine extends Lines {
        private final String number;

        OneLine(String number) {
            this.number = number;
        }

        @Override
        public boolean isOurs(Destination place) {
            return place.address().equals(number);
        }

        @Override
        public List<Line> all() {
            return List.of(new Line() {
                @Override
                public Long getId() {
                    return 1L;
                }

                @Override
                public String getNumber() {
                    return number;
                }

                @Override
                public String getName() {
                    return "Support";
                }

                @Override
                public String getAccount() {
                    return "AC1";
                }
            });
        }
    }

    private static final class John extends Callee {
        private final String number;

        John(String number) {
            this.number = number;
        }

        @Override
        Found of(Wanted wanted) {
            PhoneNumber to = PhoneNumber.of(wanted.to() == null ? number : wanted.to());
            return new Found(to, null, Facts.of("customer.name", "John Doe").with("customer.id", "5").with("ticket.number", "1234"));
        }
    }

    private static final class NoSimulator extends CarrierAccounts {
        @Override
        public Optional<CarrierAccount> named(String sid) {
            return Optional.of(new CarrierAccount(Optional.empty(), sid, List.of(), sid, "", true));
        }
    }

    private static final class Home extends Company {
        @Override
        public String country() {
            return "US";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }
    }
}
