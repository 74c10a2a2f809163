package callward.voicemail;

import callward.settings.Duplicate;
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
     * A mailbox that was not there before.
     *
     * @throws KeyTaken when another mailbox has the key by now
     */
    Mailbox add(String key, String name, String emails) {
        if (find(key).isPresent()) {
            throw new KeyTaken(key);
        }
        return save(key, name, emails);
    }

    /**
     * Makes the mailbox, or changes it.
     *
     * @throws IllegalArgumentException with what is wrong
     * @throws KeyTaken when somebody else makes it at the same moment
     */
    public Mailbox save(String key, String name, String emails) {
        Mailbox mailbox = find(key).orElseGet(() -> new Mailbox(key));
        mailbox.call(name);
        mailbox.tell(emails);
        if (mailbox.getId() == null) {
            entities.persist(mailbox);
            Duplicate.refused(entities, () -> new KeyTaken(key));
        }
        return mailbox;
    }
}
