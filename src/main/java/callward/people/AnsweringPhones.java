package callward.people;

import callward.access.Account;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.phone.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Says which telephone rings for an account, if any. Whoever has several keeps the others as the destinations page set them. */
@ApplicationScoped
@Transactional
public class AnsweringPhones {

    @Inject
    Agents agents;
    @Inject
    Devices devices;

    /** @param place null: none of his telephones rings (any more) */
    public void give(Account account, Destination place) {
        agents.rename(account.getId(), account.getName());
        List<Device> his = devices.of(account.getId());
        if (place == null) {
            his.stream().filter(Device::isActive).forEach(phone -> ring(phone, false));
            return;
        }
        Optional<Device> ringing = his.stream().filter(Device::isActive).findFirst();
        Device phone = ringing.or(() -> his.stream().findFirst()).orElseGet(() -> fresh(account, place));
        if (phone.getId() == null || !phone.isActive() || !phone.getDestination().equals(place)) {
            phone.setDestination(place);
            ring(phone, true);
        }
    }

    private void ring(Device phone, boolean rings) {
        phone.setActive(rings);
        devices.save(phone);
    }

    private Device fresh(Account account, Destination place) {
        Agent agent = agents.of(account.getId(), account.getName());
        return new Device(devices.freeKey(account.getUsername()), account.getName(), place, agent);
    }
}
