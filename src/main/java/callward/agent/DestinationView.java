package callward.agent;

import callward.access.Account;
import callward.access.Accounts;
import callward.phone.Destination;
import callward.script.Known;
import callward.script.WhereUsed;
import callward.settings.Refused;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One telephone: whose it is, its address, how long it rings. */
@Named
@ViewScoped
public class DestinationView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String AGENT = "agent:";
    private static final String ACCOUNT = "account:";

    @Inject
    Devices devices;
    @Inject
    Agents agents;
    @Inject
    Accounts accounts;
    @Inject
    WhereUsed whereUsed;

    private Device device = new Device();
    private String key;
    private String address;
    private String person;
    private transient List<WhereUsed.Place> places;

    public void load() {
        key = Faces.getRequestParameter("key");
        if (key == null) {
            person = Faces.getRequestParameter("person"); // one that is not offered is nobody
            return;
        }
        Optional<Device> found = devices.byKey(key);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such destination");
            return;
        }
        device = found.get();
        address = device.getDestination().address();
        person = device.getAgent() == null ? null : AGENT + device.getAgent().getId();
    }

    /** Scripts that ring it. */
    public List<WhereUsed.Place> getPlaces() {
        if (places == null) {
            places = whereUsed.of(Known.Thing.DESTINATION, device.getKey());
        }
        return places;
    }

    public String save() {
        if (!takeAddress() | !takeKey()) {
            return null;
        }
        device.setAgent(agent());
        try {
            devices.save(device);
        } catch (Refused refused) {
            refused.faults().forEach((field, saying) -> Messages.addError("destination:" + field, saying.in(Faces.getLocale())));
            return null;
        }
        Messages.addFlashGlobalInfo("destination.saved", device.getLabel());
        return "/destinations/index?faces-redirect=true";
    }

    public String delete() {
        devices.delete(device.getKey());
        Messages.addFlashGlobalInfo("destination.deleted", device.getLabel());
        return "/destinations/index?faces-redirect=true";
    }

    public boolean isNew() {
        return device.getId() == null;
    }

    public Device getDevice() {
        return device;
    }

    /** Agents, and accounts that have not been one yet. */
    public List<SelectItem> getPeople() {
        List<SelectItem> people = new ArrayList<>();
        List<Agent> known = agents.all();
        known.forEach(agent -> people.add(new SelectItem(AGENT + agent.getId(), agent.getName())));
        Set<Long> taken = known.stream().map(Agent::getAccountId).collect(Collectors.toSet());
        accounts.all().stream().filter(account -> account.isActive() && !taken.contains(account.getId()))
                .forEach(account -> people.add(new SelectItem(ACCOUNT + account.getId(), account.getName())));
        return people;
    }

    public Device.Accept[] getAccepts() {
        return Device.Accept.values();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    private boolean takeAddress() {
        try {
            device.setDestination(Destination.of(address));
            return true;
        } catch (IllegalArgumentException e) {
            Messages.addError("destination:address", "destination.addressWrong");
            return false;
        }
    }

    private boolean takeKey() {
        if (!isNew()) {
            return true;
        }
        String wanted = key == null || key.isBlank() ? Device.keyOf(device.getLabel()) : key.strip();
        try {
            device.setKey(wanted);
        } catch (IllegalArgumentException e) {
            Messages.addError("destination:key", "destination.keyWrong");
            return false;
        }
        if (devices.byKey(wanted).isPresent()) {
            return taken();
        }
        return true;
    }

    private boolean taken() {
        Messages.addError("destination:key", "destination.keyTaken", device.getKey());
        return false;
    }

    private Agent agent() {
        if (person == null || person.isBlank()) {
            return null;
        }
        long id = Long.parseLong(person.substring(person.indexOf(':') + 1));
        if (person.startsWith(AGENT)) {
            return agents.find(id).orElse(null);
        }
        return accounts.all().stream().filter(account -> account.getId() == id).findFirst().map(this::agentOf).orElse(null);
    }

    private Agent agentOf(Account account) {
        return agents.of(account.getId(), account.getName());
    }
}
