package callward.agent;

import callward.access.Accounts;
import callward.access.Audit;
import callward.access.Deed;
import callward.agent.AgentRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everybody who answers calls. */
@ApplicationScoped
@Transactional
public class Agents {

    static final String ROOM = "agents";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Accounts accounts;
    @Inject
    Devices devices;
    @Inject
    Event<AgentsChanged> changed;
    @Inject
    Audit audit;

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
        with(accountId).filter(agent -> !agent.getName().equals(name)).ifPresent(agent -> {
            agent.rename(name);
            changed.fire(new AgentsChanged());
        });
    }

    public Agent add(Agent agent) {
        entities.persist(agent);
        entities.flush();
        changed.fire(new AgentsChanged());
        return agent;
    }

    /**
     * Makes somebody an agent.
     *
     * @param accountId null for somebody who never signs in
     * @throws AgentRefused when there is no such account, or it is an agent's already
     */
    public Agent add(AgentText text, Long accountId) {
        if (accountId != null && accounts.find(accountId.longValue()).isEmpty()) {
            throw new AgentRefused(Reason.ACCOUNT_UNKNOWN);
        }
        if (accountId != null && with(accountId).isPresent()) {
            throw new AgentRefused(Reason.ACCOUNT_TAKEN);
        }
        Agent agent = new Agent(text.name(), accountId);
        agent.become(text);
        add(agent);
        audit.note(ROOM, agent.getId().toString(), text.name(), Deed.CREATED, Map.of(), text.facts());
        return agent;
    }

    /**
     * Changes what an agent is.
     *
     * @param seen as it was when whoever changes it read it
     * @throws AgentRefused when it is not so any more: what he has said of himself meanwhile must not be lost unnoticed
     */
    public Agent change(long id, AgentText text, AgentText seen) {
        return change(id, now -> {
            if (!now.equals(seen)) {
                throw new AgentRefused(Reason.CHANGED_MEANWHILE);
            }
            return text;
        });
    }

    /** Changes a part of it, whatever the rest is now. */
    public Agent change(long id, UnaryOperator<AgentText> how) {
        Agent agent = find(id).orElseThrow(() -> new AgentRefused(Reason.NO_SUCH_AGENT));
        entities.flush();
        entities.refresh(agent, LockModeType.PESSIMISTIC_WRITE); // two clicks at the same moment must not undo each other
        AgentText before = agent.text();
        AgentText after = how.apply(before);
        agent.become(after);
        audit.note(ROOM, String.valueOf(id), after.name(), Deed.CHANGED, before.facts(), after.facts());
        changed.fire(new AgentsChanged());
        return agent;
    }

    /** Whatever he is now. */
    public void delete(long id) {
        delete(id, null);
    }

    /**
     * His telephones stay, silent and nobody's: scripts may name them.
     *
     * @param seen as he was when whoever deletes him read it; null when nobody has looked
     * @throws AgentRefused when he is not so any more
     */
    public void delete(long id, AgentText seen) {
        Agent agent = find(id).orElseThrow(() -> new AgentRefused(Reason.NO_SUCH_AGENT));
        entities.flush();
        entities.refresh(agent, LockModeType.PESSIMISTIC_WRITE);
        if (seen != null && !agent.text().equals(seen)) {
            throw new AgentRefused(Reason.CHANGED_MEANWHILE);
        }
        devices.disown(id);
        entities.remove(agent);
        audit.note(ROOM, String.valueOf(id), agent.getName(), Deed.DELETED, agent.text().facts(), Map.of());
        changed.fire(new AgentsChanged());
    }
}
