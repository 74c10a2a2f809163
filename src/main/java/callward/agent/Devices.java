package callward.agent;

import callward.access.Audit;
import callward.access.Deed;
import callward.phone.BrowserPhone;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.phone.SipAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** All telephones we can ring. Live calls read a snapshot in memory, which is dropped when anything changes. */
@ApplicationScoped
@Transactional
public class Devices {

    /** The set-up of telephones has changed. */
    record Changed() { }

    private static final String ROOM = "destinations";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Event<Changed> changed;
    @Inject
    Audit audit;

    private final AtomicLong changes = new AtomicLong();
    private volatile Map<String, Ringable> snapshot;

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

    /** The telephones of an account's agent, in the order in which people put them. */
    public List<Device> of(long accountId) {
        return entities.createQuery("select d from Device d join fetch d.agent a where a.accountId = :account order by d.place, d.id", Device.class)
                .setParameter("account", accountId).getResultList();
    }

    /** Those of the keys that exist and are switched on, in the order of the keys; a phone number or a SIP address stands for itself. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ringable> targets(List<String> keys) {
        Map<String, Ringable> known = known();
        return keys.stream().map(key -> known.containsKey(key) ? known.get(key) : address(key)).filter(Objects::nonNull).toList();
    }

    private static Ringable address(String text) {
        try {
            return switch (Destination.of(text)) {
                case PhoneNumber number -> new Ringable(number.e164(), number.shown(), number, number.shown(), Device.USUAL_RING_SECONDS);
                case SipAddress sip -> new Ringable(sip.address(), sip.address(), sip, sip.address(), Device.USUAL_RING_SECONDS);
                case BrowserPhone nobodysChoice -> null;
            };
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Keeps a new telephone, at the end of the list, or what was changed in a known one. */
    public Device save(Device device) {
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
        entities.flush();
        audit.note(ROOM, device.getKey(), device.getLabel(), Deed.CREATED, Map.of(), device.facts());
        return device;
    }

    public void delete(String key) {
        changed.fire(new Changed());
        byKey(key).ifPresent(device -> {
            entities.remove(device);
            audit.note(ROOM, key, device.getLabel(), Deed.DELETED, device.facts(), Map.of());
        });
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
        changes.incrementAndGet();
        snapshot = null;
    }

    private Map<String, Ringable> known() {
        Map<String, Ringable> known = snapshot;
        if (known == null) {
            long before = changes.get();
            known = new LinkedHashMap<>();
            for (Device device : all()) {
                if (device.isActive()) {
                    known.put(device.getKey(), ringable(device));
                }
            }
            // what was read while somebody changed it may be the old state: use it once, do not keep it
            snapshot = before == changes.get() ? known : null;
        }
        return known;
    }

    private static Ringable ringable(Device device) {
        String person = device.getAgent() == null ? device.getLabel() : device.getAgent().getName();
        return new Ringable(device.getKey(), device.getLabel(), device.getDestination(), person, device.getRingSeconds());
    }
}
