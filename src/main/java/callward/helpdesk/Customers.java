package callward.helpdesk;

import callward.access.Audit;
import callward.access.Deed;
import callward.phone.PhoneNumber;
import callward.settings.Duplicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All customers. */
@ApplicationScoped
@Transactional
public class Customers {

    private static final String ROOM = "customers";
    /** In the place of what was noted about somebody: the log cannot forget, and shall not know. */
    private static final String SOMETHING = "…";
    private static final String MATCHING = """
            \sfrom Customer c
            where lower(c.name) like :like escape '!' or lower(c.company) like :like escape '!' or lower(c.email) like :like escape '!'
               or exists (select n from Customer d join d.numbers n where d = c and n like :digits escape '!')""";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Audit audit;

    /** @param text part of a name, company, mail address or phone number; nothing for all */
    public List<Customer> page(String text, int page, int size) {
        return matching("select c" + MATCHING + " order by lower(c.name), c.id", Customer.class, text)
                .setFirstResult(page * size).setMaxResults(size).getResultList();
    }

    public long count(String text) {
        return matching("select count(c)" + MATCHING, Long.class, text).getSingleResult();
    }

    public Optional<Customer> find(long id) {
        return Optional.ofNullable(entities.find(Customer.class, id));
    }

    public Optional<Customer> with(PhoneNumber number) {
        return entities.createQuery("select c from Customer c join c.numbers n where n = :number order by c.id", Customer.class)
                .setParameter("number", number.e164()).setMaxResults(1).getResultStream().findFirst();
    }

    public Optional<Customer> named(String name) {
        return entities.createQuery("select c from Customer c where lower(c.name) = :name order by c.id", Customer.class)
                .setParameter("name", name.strip().toLowerCase(Locale.ROOT)).setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * Keeps a new customer or what was changed in a known one.
     *
     * @throws NumberTaken when one of his numbers is somebody else's by now
     */
    public Customer save(Customer customer) {
        boolean fresh = customer.getId() == null;
        Optional<Customer> known = fresh ? Optional.empty() : find(customer.getId());
        Map<String, String> before = known.map(Customer::facts).orElse(new TreeMap<>());
        String note = known.map(Customer::getNote).orElse(null);
        Customer kept = fresh ? customer : entities.merge(customer);
        if (fresh) {
            entities.persist(kept);
        }
        Duplicate.refused(entities, () -> new NumberTaken("customer.numbersTaken"));
        Map<String, String> after = kept.facts();
        if (!Objects.equals(note, kept.getNote())) {
            before.put("note", note == null ? "" : SOMETHING);
            after.put("note", kept.getNote() == null ? "" : SOMETHING + " (new)");
        }
        audit.note(ROOM, kept.getId().toString(), kept.getName(), fresh ? Deed.CREATED : Deed.CHANGED, before, after);
        return kept;
    }

    /**
     * Keeps what was changed in a known customer.
     *
     * @param seen {@link Customer#content} as it was before
     * @throws ChangedMeanwhile when it is not as it was seen: what somebody else has written must not be lost unnoticed
     */
    public Customer save(Customer customer, Map<String, String> seen) {
        Customer now = entities.find(Customer.class, customer.getId(), LockModeType.PESSIMISTIC_WRITE);
        if (now == null || !now.content().equals(seen)) {
            throw new ChangedMeanwhile("customer");
        }
        return save(customer);
    }

    /**
     * Deletes what somebody has looked at before.
     *
     * @param seen {@link Customer#content} as it was then
     * @throws ChangedMeanwhile when it is not as it was seen; one that is gone already is gone
     */
    public void delete(long id, Map<String, String> seen) {
        find(id).map(customer -> entities.find(Customer.class, customer.getId(), LockModeType.PESSIMISTIC_WRITE)).ifPresent(customer -> {
            if (!customer.content().equals(seen)) {
                throw new ChangedMeanwhile("customer");
            }
            delete(id);
        });
    }

    public void delete(long id) {
        find(id).ifPresent(customer -> {
            entities.remove(customer);
            audit.note(ROOM, String.valueOf(id), customer.getName(), Deed.DELETED, Map.of("name", customer.getName()), Map.of());
        });
    }

    private <T> TypedQuery<T> matching(String query, Class<T> kind, String text) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        String digits = part.replaceAll("[^0-9+]", "");
        return entities.createQuery(query, kind)
                .setParameter("like", Likeness.of(part))
                // a search for a name must not match every number by its absence of digits
                .setParameter("digits", digits.length() < 3 ? "-" : Likeness.of(digits));
    }
}
