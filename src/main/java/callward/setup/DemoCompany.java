package callward.setup;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.Role;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.group.GroupBook;
import callward.group.GroupText;
import callward.group.Member;
import callward.helpdesk.Customer;
import callward.helpdesk.Customers;
import callward.helpdesk.Ticket;
import callward.helpdesk.Tickets;
import callward.hours.CalendarBook;
import callward.line.Lines;
import callward.phone.PhoneNumber;
import callward.script.CallTest;
import callward.script.CallTests;
import callward.script.Script;
import callward.script.Scripts;
import callward.script.StepsJson;
import callward.settings.CarrierAccounts;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Widgets Incorporated: three agents in two groups, a line with a script, a customer with a ticket, opening hours. Made once, when
 * {@code CALLWARD_DEMO} is on; what somebody changes or takes away afterwards stays so.
 */
@Singleton
@Startup
@DependsOn("Schema")
public class DemoCompany {

    static final String COMPANY = "Widgets Incorporated";
    private static final Logger LOG = System.getLogger(DemoCompany.class.getName());
    private static final PhoneNumber LINE = PhoneNumber.of("+15550100100");
    private static final PhoneNumber RECEPTION = PhoneNumber.of("+15550100200");
    private static final PhoneNumber JOHN = PhoneNumber.of("+15550101234");

    @Inject
    Settings settings;
    @Inject
    CarrierAccounts carrierAccounts;
    @Inject
    Accounts accounts;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Customers customers;
    @Inject
    Tickets tickets;
    @Inject
    CalendarBook calendars;
    @Inject
    GroupBook groups;
    @Inject
    Scripts scripts;
    @Inject
    CallTests callTests;
    @Inject
    Lines lines;

    @PostConstruct
    void open() {
        if (!settings.on(Setting.DEMO) || scripts.named(COMPANY).isPresent()) {
            return;
        }
        Optional<String> password = settings.get(Setting.DEMO_PASSWORD);
        password.filter(any -> settings.get(Setting.ADMIN_USER).isEmpty())
                .ifPresent(secret -> signIn("admin", "Administrator", secret, Role.ADMIN));
        Agent tom = agent("tom", "Tom", "+15550100201", password);
        Agent ann = agent("ann", "Ann", "+15550100202", password);
        Agent bo = agent("bo", "Bo", "+15550100203", password);
        customer();
        calendars.addUsual("office", "Office");
        groups.add("support", GroupText.usual("Support"), members(tom, ann, bo));
        groups.add("sales", GroupText.queue("Sales"), members(ann, bo));
        Script script = scripts.create(COMPANY);
        scripts.publish(script, StepsJson.read(text("/callward/demo-script.json")), "demo");
        callTests.save(script.getId(), "Existing ticket", StepsJson.read(text("/callward/demo-call-test.json"), CallTest.class));
        // a number is only ever rented in the simulator: a demo must not cost money
        lines.add(LINE, COMPANY, script, RECEPTION, "en-US", carrierAccounts.current().simulated());
        LOG.log(Level.INFO, "demo-company=\"{0}\" line={1}", COMPANY, LINE);
    }

    private Agent agent(String key, String name, String number, Optional<String> password) {
        Optional<Account> account = password.map(secret -> signIn(key, name, secret, Role.AGENT));
        Agent agent = agents.add(new Agent(name, account.map(Account::getId).orElse(null)));
        agents.change(agent.getId(), now -> now.withReachable(true)); // whoever tries a call need not open three desks first
        Device phone = new Device(key, name + ", desk phone", PhoneNumber.of(number), agent);
        phone.setRingSeconds(15);
        devices.save(phone);
        return agent;
    }

    private static List<Member> members(Agent... agents) {
        return Stream.of(agents).map(agent -> new Member(agent.getId(), List.of())).toList();
    }

    private Account signIn(String username, String name, String password, Role role) {
        return accounts.find(username).orElseGet(() -> accounts.create(username, name, username + "@widgets.example", password, role));
    }

    private void customer() {
        Customer john = new Customer();
        john.setName("John Doe");
        john.setCompany("Doe & Sons");
        john.setEmail("john@doe.example");
        john.setNumbers(List.of(JOHN));
        Ticket ticket = new Ticket();
        ticket.setNumber("1234");
        ticket.setTitle("The blue widget squeaks");
        ticket.setCustomer(customers.save(john));
        tickets.save(ticket);
    }

    private static String text(String resource) {
        try (InputStream in = DemoCompany.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
