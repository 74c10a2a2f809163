package callward.agent;

import callward.access.Account;
import callward.access.Accounts;
import callward.agent.Availability.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Agents as pages and programs see them: what they say of themselves, their telephones, and whether they are rung just now. */
@ApplicationScoped
@Transactional
class AgentRows {

    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Accounts accounts;
    @Inject
    Availability availability;
    @Inject
    Clock clock;

    List<AgentRow> all() {
        List<Agent> all = agents.all();
        Map<Long, Reach> reach = availability.of(all.stream().map(Agent::getId).toList(), "", clock.instant()).stream()
                .collect(Collectors.toMap(Reach::agentId, Function.identity()));
        Map<Long, List<Device>> phones = devices.all().stream().filter(device -> device.getAgent() != null)
                .collect(Collectors.groupingBy(device -> device.getAgent().getId()));
        Map<Long, String> names = accounts.all().stream().collect(Collectors.toMap(Account::getId, Account::getUsername));
        return all.stream().map(agent -> row(agent, names.get(agent.getAccountId()), reach.get(agent.getId()), phones.getOrDefault(agent.getId(), List.of())))
                .toList();
    }

    /** Every open desk asks for its own whenever it has moved: nobody else's is read. */
    AgentRow of(Agent agent) {
        String account = Optional.ofNullable(agent.getAccountId()).flatMap(accounts::find).map(Account::getUsername).orElse(null);
        return row(agent, account, availability.of(List.of(agent.getId()), "", clock.instant()).getFirst(), devices.ofAgent(agent.getId()));
    }

    private static AgentRow row(Agent agent, String account, Reach reach, List<Device> phones) {
        AgentText text = agent.text();
        OutOfOffice out = text.outOfOffice();
        return new AgentRow(agent.getId(), text.name(), account, text.phoneOn(), text.reachable(), text.wrapUpSeconds(),
                out == null ? null : new AgentRow.Away(out.from(), out.to(), out.reason()), reach.deskOpen(),
                reach.isFree() ? AgentRow.FREE : reach.why().name(), reach.until(), phones.stream().map(AgentRows::telephone).toList());
    }

    private static AgentRow.Telephone telephone(Device device) {
        return new AgentRow.Telephone(device.getKey(), device.getLabel(), device.getDestination().address(), device.getRingSeconds(), device.isActive(),
                device.getAccept());
    }
}
