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

    public int steps(Script script) {
        return script.getPublished() == null ? 0 : scripts.steps(script.getPublished().getId()).steps().size();
    }
}
