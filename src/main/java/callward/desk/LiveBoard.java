package callward.desk;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Availability;
import callward.agent.Availability.Reach;
import callward.agent.Device;
import callward.agent.Devices;
import callward.call.Calls;
import callward.call.Calls.CallRow;
import callward.call.Calls.LegRow;
import callward.call.Calls.LiveRow;
import callward.phone.PhoneNumber;
import callward.queue.WaitingList;
import callward.settings.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the live board from the database, which is the truth. */
@ApplicationScoped
@Transactional
class LiveBoard {

    @Inject
    Calls calls;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Availability availability;
    @Inject
    WaitingList waiting;
    @Inject
    Company company;
    @Inject
    Clock clock;

    /**
     * The board, and the calls that it was made of: whoever tells more of them must not look a second time, and find others.
     *
     * @param live the newest first
     */
    record Look(List<CallRow> live, Board board) { }

    Board read() {
        return look().board();
    }

    Look look() {
        Instant now = clock.instant();
        List<LiveRow> going = calls.going();
        List<Device> phones = devices.all();
        Map<String, Device> byKey = phones.stream().collect(Collectors.toMap(Device::getKey, Function.identity()));
        Instant midnight = now.atZone(company.zone()).toLocalDate().atStartOfDay(company.zone()).toInstant();
        Board board = new Board(now, going.stream().map(row -> call(row, byKey)).toList(), agents(going, phones, now), waiting.all(), calls.outcomes(midnight));
        return new Look(going.stream().map(LiveRow::call).toList(), board);
    }

    private static Board.Call call(LiveRow row, Map<String, Device> phones) {
        return "OUT".equals(row.call().direction()) && row.call().continues() == null ? ours(row, phones) : theirs(row, phones);
    }

    /** The telephone that the call begins with is the agent's; whoever is rung then is the other side. */
    private static Board.Call ours(LiveRow row, Map<String, Device> phones) {
        Optional<LegRow> own = row.legs().stream().filter(leg -> leg.id().equals(row.call().id())).findFirst();
        List<LegRow> others = row.legs().stream().filter(leg -> !leg.id().equals(row.call().id())).toList();
        LegRow talk = others.stream().filter(LiveBoard::isTalking).findFirst().orElse(null);
        List<LegRow> ringing = talk != null ? List.of() : own.filter(LiveBoard::isTalking).isPresent() ? others : own.stream().toList();
        Agent agent = talk == null ? null : own.map(leg -> owner(leg.device(), phones)).orElse(null);
        return new Board.Call(row.call().id(), row.call().called(), row.call().customerName(), row.call().ticketNumber(), row.call().lineName(), null, null,
                talk != null ? "TALKING" : ringing.isEmpty() ? "SCRIPT" : "RINGING", row.call().startedAt(), talk == null ? null : talk.answeredAt(),
                agent == null ? null : agent.getName(), agent == null ? null : key(agent.getId()), ringing.stream().map(leg -> new Board.Ringing(leg.label(), owner(leg, phones), leg.startedAt())).toList(),
                true, null);
    }

    private static Board.Call theirs(LiveRow row, Map<String, Device> phones) {
        LegRow talk = row.legs().stream().filter(LiveBoard::isTalking).findFirst().orElse(null);
        List<Board.Ringing> rings = talk != null && row.asks() == null ? List.of() : row.legs().stream().filter(leg -> !isTalking(leg))
                .map(leg -> new Board.Ringing(leg.label(), owner(leg, phones), leg.startedAt())).toList();
        Agent owner = talk == null ? null : owner(talk.device(), phones);
        return new Board.Call(row.call().id(), caller(row), row.call().customerName(), row.call().ticketNumber(), row.call().lineName(),
                row.step(), row.stepKind(), talk != null ? "TALKING" : !rings.isEmpty() ? "RINGING" : "take-message".equals(row.stepKind()) ? "MESSAGE" : "SCRIPT",
                row.call().startedAt(), talk == null ? null : talk.answeredAt(), talk == null ? null : owner != null ? owner.getName() : talk.label(),
                owner == null ? null : key(owner.getId()), rings, row.call().continues() == null ? null : true,
                row.asks() == null ? null : new Board.Asks(row.asks().state().name(), row.asks().with()));
    }

    /** What the board calls an agent. */
    static String key(long agent) {
        return "agent:" + agent;
    }

    /** Carriers have many words for a withheld number, the board one. */
    private static String caller(LiveRow row) {
        return PhoneNumber.isWithheld(row.call().other()) ? "anonymous" : row.call().other();
    }

    private List<Board.Agent> agents(List<LiveRow> going, List<Device> phones, Instant now) {
        List<Board.Agent> all = new ArrayList<>();
        Map<Long, List<Device>> owned = phones.stream().filter(phone -> phone.getAgent() != null && phone.isActive())
                .collect(Collectors.groupingBy(phone -> phone.getAgent().getId()));
        availability.of(agents.all().stream().map(Agent::getId).toList(), "", now)
                .forEach(reach -> all.add(state(reach, owned.getOrDefault(reach.agentId(), List.of()), going)));
        phones.stream().filter(phone -> phone.getAgent() == null && phone.isActive())
                .forEach(phone -> all.add(state("phone:" + phone.getKey(), phone.getLabel(), null, null, List.of(phone), going)));
        return all;
    }

    private static Board.Agent state(Reach reach, List<Device> phones, List<LiveRow> going) {
        return state(key(reach.agentId()), reach.name(), reach.deskOpen(), reach, phones, going);
    }

    /**
     * Talking outdoes ringing; the oldest of either counts. Who does neither may have a reason not to be rung.
     *
     * @param reach null for a telephone that is nobody's
     */
    private static Board.Agent state(String key, String name, Boolean desk, Reach reach, List<Device> phones, List<LiveRow> going) {
        List<String> keys = phones.stream().map(Device::getKey).toList();
        List<String> labels = phones.stream().map(Device::getLabel).toList();
        LegRow leg = going.stream().flatMap(row -> row.legs().stream()).filter(one -> keys.contains(one.device()))
                .min(Comparator.comparing((LegRow one) -> !isTalking(one)).thenComparing(LegRow::startedAt)).orElse(null);
        if (leg != null) {
            return new Board.Agent(key, name, isTalking(leg) ? "TALKING" : "RINGING", desk, isTalking(leg) ? leg.answeredAt() : leg.startedAt(), null, leg.call(), labels);
        }
        boolean free = reach == null || reach.isFree();
        return new Board.Agent(key, name, free ? "FREE" : reach.why().name(), desk, null, free ? null : reach.until(), null, labels);
    }

    private static boolean isTalking(LegRow leg) {
        return leg.state().equals("ANSWERED") && leg.talks();
    }

    private static String owner(LegRow leg, Map<String, Device> phones) {
        Agent owner = owner(leg.device(), phones);
        return owner == null ? null : owner.getName();
    }

    private static Agent owner(String device, Map<String, Device> phones) {
        Device phone = device == null ? null : phones.get(device);
        return phone == null ? null : phone.getAgent();
    }
}
