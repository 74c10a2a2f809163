package callward.outgoing;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.call.CallPlaced;
import callward.call.PlacedCalls;
import callward.call.PlacingFailed;
import callward.call.Switchboard;
import callward.flow.BuiltIn;
import callward.flow.Order;
import callward.line.Line;
import callward.outgoing.CallRefused.Reason;
import callward.outgoing.OutgoingRows.Kind;
import callward.outgoing.OutgoingRows.Row;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.settings.Company;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Calls that agents make. Wanted: a row and an order, in one transaction. Placed: it stands in the call log under the carrier's name. What the agent hears when
 * he picks up is asked at {@code out/TOKEN}.
 */
@ApplicationScoped
@Transactional
public class OutgoingCalls {

    /** Where the carrier asks when the agent has picked up; the token follows. */
    public static final String DOOR = "out";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Callee callee;
    @Inject
    ShownLines lines;
    @Inject
    Watchman watchman;
    @Inject
    OutgoingRows rows;
    @Inject
    PlacedCalls placed;
    @Inject
    Switchboard switchboard;
    @Inject
    Company company;
    @Inject
    Clock clock;

    /**
     * @param account of whoever wants it
     * @param by      who that is, for the log
     * @throws CallRefused when it is not made
     */
    public OwnCall call(Long account, String by, Wanted wanted) {
        Agent agent = free(account);
        Device device = device(agent, wanted.device());
        Callee.Found whom = callee.of(wanted);
        Line line = lines.choose(agent.getId(), wanted.line(), whom.line());
        if (device.getDestination().equals(whom.number())) {
            throw new CallRefused(Reason.OWN_TELEPHONE);
        }
        boolean practice = lines.isSimulated(line);
        watchman.mayCall(agent.getId(), whom.number(), practice);
        Facts facts = whom.facts().with(BuiltIn.CALLED, whom.number().e164());
        return order(agent, device, row(Kind.CALL, line, practice, whom.number().e164(), device, facts(facts, agent, line), by), wanted.call());
    }

    /** Rings somebody's own telephone, and asks him for a key. */
    public OwnCall tryOut(Long account, String by, String deviceKey) {
        Agent agent = free(account);
        Device device = device(agent, deviceKey);
        watchman.mayTry(agent.getId());
        Line line = lines.choose(agent.getId(), null, null);
        Facts facts = facts(Facts.of(BuiltIn.TRIED, device.getKey()), agent, line);
        return order(agent, device, row(Kind.TRIAL, line, lines.isSimulated(line), device.getDestination().address(), device, facts, by), null);
    }

    /** The last call that somebody wanted, and how far it has come. */
    public Optional<OwnCall> latest(Long account) {
        return Optional.ofNullable(account).flatMap(agents::with).flatMap(agent -> rows.latest(agent.getId(), null));
    }

    /** The agent has picked up; with which turn he is asked, the call says. @return false when there is nothing for him to hear */
    public boolean isAnswered(String token, CallId call) {
        rows.find(token).ifPresent(row -> placed.rings(row.order(), new LegId(call.sid()))); // which locks the order, and only then what is wanted
        return rows.lock(token).filter(row -> call.equals(row.call())).isPresent();
    }

    void rings(@Observes CallPlaced news) {
        token(news.door()).flatMap(rows::lock).ifPresent(row -> {
            CallId call = new CallId(news.leg().sid());
            if (row.call() == null && !row.hasFailed()) {
                switchboard.leave(row.departure(call, clock.instant()));
                rows.placed(row.id(), call);
            } else if (!call.equals(row.call())) {
                placed.end(row.account(), news.leg()); // given up, or ringing already: whoever is called twice does not know why
            }
        });
    }

    void failed(@Observes PlacingFailed news) {
        token(news.door()).flatMap(rows::lock).filter(row -> row.call() == null).ifPresent(row -> {
            CallId call = new CallId("failed-" + row.token());
            switchboard.couldNotLeave(row.departure(call, clock.instant()), new TreeMap<>(Map.of("code", "" + news.code(), "why", news.message())));
            rows.failed(row.id(), call, news.code(), news.message());
        });
    }

    private static Optional<String> token(String door) {
        return Optional.of(door).filter(path -> path.startsWith(DOOR + "/")).map(path -> path.substring(DOOR.length() + 1));
    }

    private Agent free(Long account) {
        Agent agent = Optional.ofNullable(account).flatMap(agents::with).orElseThrow(() -> new CallRefused(Reason.NOT_AN_AGENT));
        rows.lock(agent.getId());
        if (rows.isUnderWay(agent.getId(), clock.instant())) {
            throw new CallRefused(Reason.ALREADY);
        }
        return agent;
    }

    private Device device(Agent agent, String key) {
        List<Device> his = devices.ofAgent(agent.getId());
        if (key == null) {
            return his.stream().filter(device -> device.isActive() && !isOurLine(device)).findFirst().orElseThrow(() -> new CallRefused(Reason.NO_TELEPHONE));
        }
        Device wanted = his.stream().filter(device -> device.getKey().equals(key)).findFirst().orElseThrow(() -> new CallRefused(Reason.NOT_HIS_TELEPHONE, key));
        if (isOurLine(wanted)) {
            throw new CallRefused(Reason.TELEPHONE_IS_LINE, wanted.getLabel());
        }
        return wanted;
    }

    /** It may have become one since it was written down. */
    private boolean isOurLine(Device device) {
        return lines.isOurs(device.getDestination());
    }

    private Facts facts(Facts about, Agent agent, Line line) {
        return about.with(BuiltIn.AGENT, agent.getName()).with(BuiltIn.LANGUAGE, company.language().getLanguage())
                .with("line.name", line.getName()).with("line.number", line.getNumber());
    }

    private Row row(Kind kind, Line line, boolean practice, String called, Device device, Facts facts, String by) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return new Row(0, HexFormat.of().formatHex(random), kind, line.getId(), line.getAccount(), practice, line.getNumber(), called, device.getRingSeconds(), facts, 0, null,
                false, by);
    }

    private OwnCall order(Agent agent, Device device, Row row, String backOf) {
        long id = rows.add(row, agent.getId(), device.getKey(), backOf, clock.instant());
        rows.ordered(id, placed.place(row.account(), new Order.Place(device.getDestination(), row.shown(), DOOR + "/" + row.token(), row.ringSeconds(), device.getKey())));
        Map<String, String> what = new TreeMap<>(row.facts().under("customer.").with(row.facts().under("ticket.")).values());
        what.putAll(Map.of("kind", row.kind().name(), "to", row.called(), "line", row.shown(), "telephone", device.getKey(), "agent", agent.getName()));
        watchman.letGo("outgoing-" + id, row.called(), what);
        return rows.latest(agent.getId(), id).orElseThrow();
    }
}
