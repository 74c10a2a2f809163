package callward.agent;

import callward.access.Audit;
import callward.access.Deed;
import callward.flow.Remark.Why;
import callward.phone.BrowserPhone;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.RingGuard;
import callward.settings.Duplicate;
import callward.settings.KeptInMemory;
import callward.settings.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All telephones we can ring. Live calls read a snapshot in memory, which is dropped when anything changes. */
@ApplicationScoped
@Transactional
public class Devices implements KeptInMemory {

    /** The set-up of telephones has changed. */
    record Changed() { }

    /**
     * One of somebody's telephones, as he wants it.
     *
     * @param key    what scripts call it
     * @param active whether calls may ring it
     */
    public record Wish(String key, boolean active) { }

    private static final String ROOM = "destinations";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Event<Changed> changed;
    @Inject
    Event<AgentsChanged> people;
    @Inject
    Audit audit;
    @Inject
    NeverRung never;
    @Inject
    RingGuard guard;

    private final Snapshot<Map<String, Ringable>> snapshot = new Snapshot<>(this::read);

    /** In the order in which people put them. */
    public List<Device> all() {
        return entities.createQuery("select d from Device d left join fetch d.agent order by d.place, d.id", Device.class).getResultList();
    }

    public Optional<Device> byKey(String key) {
        return entities.createQuery("select d from Device d where d.key = :key", Device.class)
                .setParameter("key", key).getResultStream().findFirst();
    }

    /** A key that no telephone has yet, as like to the name as can be. */
    public String freeKey(String name) {
        String wanted = Device.keyOf(name);
        String word = wanted.isEmpty() ? "phone" : wanted.substring(0, Math.min(36, wanted.length()));
        return IntStream.rangeClosed(1, Integer.MAX_VALUE).mapToObj(n -> n == 1 ? word : word + "-" + n)
                .filter(key -> byKey(key).isEmpty()).findFirst().orElseThrow();
    }

    /** The telephones of an agent, in the order in which they are rung. */
    public List<Device> ofAgent(long agent) {
        return entities.createQuery("select d from Device d where d.agent.id = :agent order by d.place, d.id", Device.class)
                .setParameter("agent", agent).getResultList();
    }

    /** The telephones of an account's agent, in the order in which people put them. */
    public List<Device> of(long accountId) {
        return entities.createQuery("select d from Device d join fetch d.agent a where a.accountId = :account order by d.place, d.id", Device.class)
                .setParameter("account", accountId).getResultList();
    }

    /** Those of the keys that exist and are switched on, in the order of the keys; a phone number or a SIP address stands for itself. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ringable> targets(List<String> keys) {
        Map<String, Ringable> known = snapshot.get();
        return keys.stream().map(key -> known.containsKey(key) ? known.get(key) : address(key, known.values())).filter(Objects::nonNull).toList();
    }

    /** A browser's telephone is nobody's to choose by its address. Whose a number is counts however a script names it. */
    private static Ringable address(String text, Collection<Ringable> known) {
        try {
            Destination place = Destination.of(text);
            if (place instanceof BrowserPhone) {
                return null;
            }
            String name = place instanceof PhoneNumber number ? number.shown() : place.address();
            Long owner = known.stream().filter(phone -> phone.destination().equals(place)).map(Ringable::agentId).filter(Objects::nonNull).findFirst().orElse(null);
            return new Ringable(place.address(), name, place, name, Device.USUAL_RING_SECONDS, owner, null);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /**
     * Keeps a new telephone, at the end of the list, or what was changed in a known one.
     *
     * @throws AgentRefused when another one has its key by now, or it is a line of ours; what is known already may be switched off all the same
     * @throws NumberRefused when its number is new, and must not be rung
     */
    public Device save(Device device) {
        if ((device.getId() == null || device.isActive()) && never.why(device.getDestination()).filter(Why.OUR_LINE::equals).isPresent()) {
            throw new AgentRefused(AgentRefused.Reason.OUR_LINE);
        }
        if (device.getId() != null) {
            entities.detach(device); // whoever has changed what he read here: what is kept is what it is compared with
        }
        watch(device);
        changed.fire(new Changed());
        if (device.getId() != null) {
            Map<String, String> before = entities.find(Device.class, device.getId()).facts();
            Device kept = entities.merge(device);
            if (!before.equals(kept.facts())) {
                audit.note(ROOM, kept.getKey(), kept.getLabel(), Deed.CHANGED, before, kept.facts());
            }
            return kept;
        }
        device.moveTo(all().size());
        entities.persist(device);
        Duplicate.refused(entities, () -> new AgentRefused(AgentRefused.Reason.KEY_TAKEN));
        audit.note(ROOM, device.getKey(), device.getLabel(), Deed.CREATED, Map.of(), device.facts());
        return device;
    }

    /** A number that was there before the guard forbade it may be kept: who switches it off, or gives it to somebody else, need not change it. */
    private void watch(Device device) {
        boolean isKnown = device.getId() != null && entities.find(Device.class, device.getId()).getDestination().equals(device.getDestination());
        if (!isKnown && device.getDestination() instanceof PhoneNumber number) {
            guard.objection(number).ifPresent(why -> {
                throw new NumberRefused(why);
            });
        }
    }

    public void delete(String key) {
        changed.fire(new Changed());
        byKey(key).ifPresent(device -> {
            entities.remove(device);
            audit.note(ROOM, key, device.getLabel(), Deed.DELETED, device.facts(), Map.of());
        });
    }

    /**
     * Puts somebody's telephones in the order in which he wants them rung, and switches each on or off. Those of others stay where they are.
     *
     * @param wishes all that are his, each once
     * @throws AgentRefused when these are not his telephones: somebody may have given him one meanwhile
     */
    public void arrange(Agent agent, List<Wish> wishes) {
        List<Device> his = ofAgent(agent.getId());
        Map<String, Device> byKey = his.stream().collect(Collectors.toMap(Device::getKey, Function.identity()));
        List<Device> wanted = wishes.stream().map(wish -> byKey.remove(wish.key())).toList();
        if (!byKey.isEmpty() || wanted.contains(null)) {
            throw new AgentRefused(AgentRefused.Reason.OTHER_TELEPHONES);
        }
        changed.fire(new Changed());
        IntStream.range(0, wishes.size()).forEach(i -> switchTo(wanted.get(i), wishes.get(i).active()));
        Iterator<Device> next = wanted.iterator();
        List<Device> all = all().stream().map(device -> wanted.contains(device) ? next.next() : device).toList();
        IntStream.range(0, all.size()).forEach(i -> all.get(i).moveTo(i));
        audit.note(Agents.ROOM, agent.getId().toString(), agent.getName(), Deed.CHANGED, Map.of("order", keys(his)), Map.of("order", keys(wanted)));
        people.fire(new AgentsChanged());
    }

    private void switchTo(Device device, boolean active) {
        Map<String, String> before = device.facts();
        device.setActive(active);
        audit.note(ROOM, device.getKey(), device.getLabel(), Deed.CHANGED, before, device.facts());
    }

    private static String keys(List<Device> devices) {
        return devices.stream().map(Device::getKey).collect(Collectors.joining(", "));
    }

    /** The telephones of somebody who is no agent any more stay, silent and nobody's. */
    void disown(long agent) {
        changed.fire(new Changed());
        ofAgent(agent).forEach(device -> {
            Map<String, String> before = device.facts();
            device.setAgent(null);
            device.setActive(false);
            audit.note(ROOM, device.getKey(), device.getLabel(), Deed.CHANGED, before, device.facts());
        });
        entities.flush();
    }

    /** Moves a telephone one place towards the top or the bottom of the list. */
    public void move(String key, boolean up) {
        changed.fire(new Changed());
        List<Device> order = new ArrayList<>(all());
        for (int i = 0; i < order.size(); i++) {
            int other = up ? i - 1 : i + 1;
            if (order.get(i).getKey().equals(key) && other >= 0 && other < order.size()) {
                Collections.swap(order, i, other);
                break;
            }
        }
        for (int i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        snapshot.changed();
    }

    /** Their names stand in the snapshot. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AgentsChanged change) {
        snapshot.changed();
    }

    @Override
    public String what() {
        return "telephones";
    }

    @Override
    public void readAgain() {
        snapshot.refresh();
    }

    private Map<String, Ringable> read() {
        Map<String, Ringable> known = new LinkedHashMap<>();
        all().stream().filter(Device::isActive).forEach(device -> known.put(device.getKey(), ringable(device)));
        return known;
    }

    private static Ringable ringable(Device device) {
        String person = device.getAgent() == null ? device.getLabel() : device.getAgent().getName();
        return new Ringable(device.getKey(), device.getLabel(), device.getDestination(), person, device.getRingSeconds(),
                device.getAgent() == null ? null : device.getAgent().getId(), device.getAccept());
    }
}
