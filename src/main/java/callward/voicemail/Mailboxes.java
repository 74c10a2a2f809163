package callward.voicemail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** All mailboxes. */
@ApplicationScoped
@Transactional
public class Mailboxes {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;

    public List<Mailbox> all() {
        return entities.createQuery("select m from Mailbox m order by lower(m.name), m.id", Mailbox.class).getResultList();
    }

    public Optional<Mailbox> find(String key) {
        return entities.createQuery("select m from Mailbox m where m.key = :key", Mailbox.class).setParameter("key", key)
                .getResultStream().findFirst();
    }

    /**
     * Makes the mailbox, or changes it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public Mailbox save(String key, String name, String emails) {
        Mailbox mailbox = find(key).orElseGet(() -> new Mailbox(key));
        mailbox.call(name);
        mailbox.tell(emails);
        if (mailbox.getId() == null) {
            entities.persist(mailbox);
        }
        return mailbox;
    }
}
