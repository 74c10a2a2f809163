package callward.script;

import callward.flow.Steps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** A script as a list to read: what is said, which keys there are, where each leads. */
@Named
@RequestScoped
public class ScriptView {

    @Inject
    Scripts scripts;

    private Script script;
    private Steps steps;
    private List<StepText> list = List.of();

    public void load() {
        String asked = Faces.getRequestParameter("id");
        Optional<Script> found = asked != null && asked.matches("\\d{1,18}") ? scripts.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such script");
            return;
        }
        script = found.get();
        if (script.getPublished() != null) {
            steps = scripts.steps(script.getPublished().getId());
            list = StepText.all(steps);
        }
    }

    public Script getScript() {
        return script;
    }

    public List<StepText> getSteps() {
        return list;
    }

    public String getLanguage() {
        return steps == null ? "" : steps.tongue().language();
    }

    public List<ScriptRevision> getRevisions() {
        return scripts.revisions(script);
    }
}
