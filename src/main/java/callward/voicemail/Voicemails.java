package callward.voicemail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All messages, as the people see them who call back. */
@ApplicationScoped
@Transactional
public class Voicemails {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Clock clock;

    /** Those nobody has heard first, each newest first. */
    public List<Voicemail> page(int page, int size) {
        return entities.createQuery("""
                        select v from Voicemail v left join fetch v.mailbox
                        order by case when v.heardAt is null then 0 else 1 end, v.leftAt desc, v.id desc""", Voicemail.class)
                .setFirstResult(page * size).setMaxResults(size).getResultList();
    }

    public long count() {
        return entities.createQuery("select count(v) from Voicemail v", Long.class).getSingleResult();
    }

    public long unheard() {
        return entities.createQuery("select count(v) from Voicemail v where v.heardAt is null", Long.class).getSingleResult();
    }

    public Optional<Voicemail> find(long id) {
        return Optional.ofNullable(entities.find(Voicemail.class, id));
    }

    public Optional<Voicemail> ofCall(String callId) {
        return entities.createQuery("select v from Voicemail v where v.callId = :call", Voicemail.class).setParameter("call", callId)
                .getResultStream().findFirst();
    }

    /** What the carrier wrote down of it, late or never. */
    public Optional<String> transcript(Voicemail message) {
        List<?> words = entities.createNativeQuery("select words from callward.transcript where recording_id = ?1")
                .setParameter(1, message.getRecordingId()).getResultList();
        return words.stream().findFirst().map(String.class::cast);
    }

    public Optional<Voicemail> heard(long id, String by) {
        Optional<Voicemail> found = find(id);
        found.ifPresent(message -> message.hear(by, clock.instant()));
        return found;
    }

    public Optional<Voicemail> unheard(long id) {
        Optional<Voicemail> found = find(id);
        found.ifPresent(Voicemail::unhear);
        return found;
    }
}
