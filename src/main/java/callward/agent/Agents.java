package callward.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Everybody who answers calls. */
@ApplicationScoped
@Transactional
public class Agents {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;

    public List<Agent> all() {
        return entities.createQuery("select a from Agent a order by lower(a.name), a.id", Agent.class).getResultList();
    }

    public Optional<Agent> find(long id) {
        return Optional.ofNullable(entities.find(Agent.class, id));
    }

    /** The agent of an account; made on the first asking. */
    public Agent of(long accountId, String name) {
        return entities.createQuery("select a from Agent a where a.accountId = :account", Agent.class)
                .setParameter("account", accountId).getResultStream().findFirst()
                .orElseGet(() -> add(new Agent(name, accountId)));
    }

    public Agent add(Agent agent) {
        entities.persist(agent);
        entities.flush();
        return agent;
    }
}
