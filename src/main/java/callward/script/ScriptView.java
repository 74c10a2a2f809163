package callward.script;

import callward.flow.Steps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** A revision of a script as a list to read: what is said, which keys there are, where each leads. */
@Named
@RequestScoped
public class ScriptView {

    @Inject
    Scripts scripts;

    private Script script;
    private ScriptRevision revision;
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
        String number = Faces.getRequestParameter("revision");
        revision = number == null || !number.matches("\\d{1,9}") ? script.getPublished()
                : scripts.revision(script.getId(), Integer.parseInt(number)).filter(any -> !any.isTrial()).orElse(null);
        if (revision == null && number != null) {
            Faces.responseSendError(404, "no such revision");
        } else if (revision != null) {
            steps = scripts.steps(revision.getId());
            list = StepText.all(steps);
        }
    }

    /** The one that is shown; null before the first publishing. */
    public ScriptRevision getRevision() {
        return revision;
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
