package callward.helpdesk;

import callward.access.Audit;
import callward.access.Deed;
import callward.settings.Duplicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All tickets. */
@ApplicationScoped
@Transactional
public class Tickets {

    private static final String ROOM = "tickets";
    private static final String MATCHING = """
            \sfrom Ticket t left join t.customer c
            where (t.number like :like escape '!' or lower(t.title) like :like escape '!' or lower(c.name) like :like escape '!')""";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /**
     * @param text  part of a number, title or customer's name; nothing for all
     * @param state null for both
     */
    public List<Ticket> page(String text, Ticket.State state, int page, int size) {
        return matching("select t", Ticket.class, " order by t.id desc", text, state)
                .setFirstResult(page * size).setMaxResults(size).getResultList();
    }

    public long count(String text, Ticket.State state) {
        return matching("select count(t)", Long.class, "", text, state).getSingleResult();
    }

    public Optional<Ticket> numbered(String number) {
        return entities.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
                .setParameter("number", number).getResultStream().findFirst();
    }

    /** The newest first. */
    public List<Ticket> of(Customer customer) {
        return entities.createQuery("select t from Ticket t where t.customer = :customer order by t.id desc", Ticket.class)
                .setParameter("customer", customer).getResultList();
    }

    /**
     * Keeps a new ticket or what was changed in a known one.
     *
     * @throws NumberTaken when another one has its number by now
     */
    public Ticket save(Ticket ticket) {
        boolean fresh = ticket.getId() == null;
        Map<String, String> before = fresh ? Map.of() : Optional.ofNullable(entities.find(Ticket.class, ticket.getId())).map(Ticket::facts).orElse(Map.of());
        Ticket kept = fresh ? ticket : entities.merge(ticket);
        if (fresh) {
            kept.setCreatedAt(clock.instant());
            entities.persist(kept);
        }
        Duplicate.refused(entities, () -> new NumberTaken("ticket.numberTaken", ticket.getNumber()));
        audit.note(ROOM, kept.getNumber(), kept.getTitle(), fresh ? Deed.CREATED : Deed.CHANGED, before, kept.facts());
        return kept;
    }

    /**
     * Keeps what was changed in a known ticket.
     *
     * @param seen {@link Ticket#content} as it was before
     * @throws ChangedMeanwhile when it is not as it was seen: what somebody else has written must not be lost unnoticed
     */
    public Ticket save(Ticket ticket, Map<String, String> seen) {
        Ticket now = entities.find(Ticket.class, ticket.getId(), LockModeType.PESSIMISTIC_WRITE);
        if (now == null || !now.content().equals(seen)) {
            throw new ChangedMeanwhile("ticket");
        }
        return save(ticket);
    }

    /**
     * Deletes what somebody has looked at before.
     *
     * @param seen {@link Ticket#content} as it was then
     * @throws ChangedMeanwhile when it is not as it was seen; one that is gone already is gone
     */
    public void delete(String number, Map<String, String> seen) {
        numbered(number).map(ticket -> entities.find(Ticket.class, ticket.getId(), LockModeType.PESSIMISTIC_WRITE)).ifPresent(ticket -> {
            if (!ticket.content().equals(seen)) {
                throw new ChangedMeanwhile("ticket");
            }
            delete(number);
        });
    }

    public void delete(String number) {
        numbered(number).ifPresent(ticket -> {
            entities.remove(ticket);
            audit.note(ROOM, number, ticket.getTitle(), Deed.DELETED, ticket.facts(), Map.of());
        });
    }

    private <T> TypedQuery<T> matching(String what, Class<T> kind, String order, String text, Ticket.State state) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        TypedQuery<T> query = entities.createQuery(what + MATCHING + (state == null ? "" : " and t.state = :state") + order, kind)
                .setParameter("like", Likeness.of(part));
        return state == null ? query : query.setParameter("state", state);
    }
}
