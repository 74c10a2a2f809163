package callward.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Everybody who answers calls, and whether he is rung just now. */
@Named
@RequestScoped
public class AgentsView {

    @Inject
    AgentRows agents;

    private List<AgentRow> rows;

    @PostConstruct
    void load() {
        rows = agents.all();
    }

    public List<AgentRow> getRows() {
        return rows;
    }
}
