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
        return with(accountId).orElseGet(() -> add(new Agent(name, accountId)));
    }

    /** The agent of an account, if it has ever been one. */
    public Optional<Agent> with(long accountId) {
        return entities.createQuery("select a from Agent a where a.accountId = :account", Agent.class)
                .setParameter("account", accountId).getResultStream().findFirst();
    }

    /** As the account is called now. */
    public void rename(long accountId, String name) {
        with(accountId).ifPresent(agent -> agent.rename(name));
    }

    public Agent add(Agent agent) {
        entities.persist(agent);
        entities.flush();
        return agent;
    }
}
