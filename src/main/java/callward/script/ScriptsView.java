package callward.script;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All scripts. */
@Named
@RequestScoped
public class ScriptsView {

    @Inject
    Scripts scripts;

    private List<Script> rows;

    @PostConstruct
    void load() {
        rows = scripts.all();
    }

    public List<Script> getRows() {
        return rows;
    }

    public List<ScriptUsers.Use> uses(Script script) {
        return scripts.uses(script.getId());
    }

    /** Whether somebody has written on since it was published. */
    public boolean isAhead(Script script) {
        return script.getPublished() != null
                && !Differences.between(DraftSteps.of(scripts.steps(script.getPublished().getId())), scripts.draft(script.getId()).steps()).isNone();
    }

    public int steps(Script script) {
        return script.getPublished() == null ? scripts.draft(script.getId()).steps().steps().size() : scripts.steps(script.getPublished().getId()).steps().size();
    }
}
