package callward.desk;

import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.call.Calls;
import callward.call.Calls.LegRow;
import callward.call.Calls.LiveRow;
import callward.phone.PhoneNumber;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the live board from the database, which is the truth; only whose desks are open is this node's own knowledge. */
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
    OpenDesks desks;
    @Inject
    Company company;
    @Inject
    Clock clock;

    Board read() {
        Instant now = clock.instant();
        List<LiveRow> going = calls.going();
        List<Device> phones = devices.all();
        Map<String, Device> byKey = phones.stream().collect(Collectors.toMap(Device::getKey, Function.identity()));
        Instant midnight = now.atZone(company.zone()).toLocalDate().atStartOfDay(company.zone()).toInstant();
        return new Board(now, going.stream().map(row -> call(row, byKey)).toList(), agents(going, phones), calls.outcomes(midnight));
    }

    private static Board.Call call(LiveRow row, Map<String, Device> phones) {
        LegRow talk = row.legs().stream().filter(LiveBoard::isTalking).findFirst().orElse(null);
        List<Board.Ringing> rings = talk != null ? List.of() : row.legs().stream()
                .map(leg -> new Board.Ringing(leg.label(), owner(leg, phones), leg.startedAt())).toList();
        String owner = talk == null ? null : owner(talk, phones);
        return new Board.Call(row.call().id(), caller(row), row.call().customerName(), row.call().ticketNumber(), row.call().lineName(),
                row.step(), row.stepKind(), talk != null ? "TALKING" : !rings.isEmpty() ? "RINGING" : "take-message".equals(row.stepKind()) ? "MESSAGE" : "SCRIPT",
                row.call().startedAt(), talk == null ? null : talk.answeredAt(), talk == null ? null : owner != null ? owner : talk.label(), rings);
    }

    /** Carriers have many words for a withheld number, the board one. */
    private static String caller(LiveRow row) {
        return PhoneNumber.isWithheld(row.call().caller()) ? "anonymous" : row.call().caller();
    }

    private List<Board.Agent> agents(List<LiveRow> going, List<Device> phones) {
        List<Board.Agent> all = new ArrayList<>();
        Map<Long, List<Device>> owned = phones.stream().filter(phone -> phone.getAgent() != null && phone.isActive())
                .collect(Collectors.groupingBy(phone -> phone.getAgent().getId()));
        agents.all().forEach(agent -> all.add(state("agent:" + agent.getId(), agent.getName(), desks.isOpen(agent.getAccountId()),
                owned.getOrDefault(agent.getId(), List.of()), going)));
        phones.stream().filter(phone -> phone.getAgent() == null && phone.isActive())
                .forEach(phone -> all.add(state("phone:" + phone.getKey(), phone.getLabel(), null, List.of(phone), going)));
        return all;
    }

    /** Talking outdoes ringing; the oldest of either counts. */
    private static Board.Agent state(String key, String name, Boolean desk, List<Device> phones, List<LiveRow> going) {
        List<String> keys = phones.stream().map(Device::getKey).toList();
        LegRow leg = going.stream().flatMap(row -> row.legs().stream()).filter(one -> keys.contains(one.device()))
                .min(Comparator.comparing((LegRow one) -> !isTalking(one)).thenComparing(LegRow::startedAt)).orElse(null);
        String state = leg == null ? "FREE" : isTalking(leg) ? "TALKING" : "RINGING";
        Instant since = leg == null ? null : isTalking(leg) ? leg.answeredAt() : leg.startedAt();
        return new Board.Agent(key, name, state, desk, since, leg == null ? null : leg.call(), phones.stream().map(Device::getLabel).toList());
    }

    private static boolean isTalking(LegRow leg) {
        return leg.state().equals("ANSWERED");
    }

    private static String owner(LegRow leg, Map<String, Device> phones) {
        Device phone = leg.device() == null ? null : phones.get(leg.device());
        return phone == null || phone.getAgent() == null ? null : phone.getAgent().getName();
    }
}
