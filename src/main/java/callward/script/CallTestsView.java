package callward.script;

import callward.flow.Steps;
import callward.script.CallTests.Ran;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A script's call tests and how they go. They are so quick that they run whenever somebody looks: a result is never an old one. */
@Named
@RequestScoped
public class CallTestsView {

    @Inject
    Scripts scripts;
    @Inject
    CallTests tests;
    @Inject
    CallTestTarget target;

    private Script script;
    private List<SavedCallTest> saved = List.of();
    private List<Ran> rows = List.of();
    private String of = CallTestTarget.DRAFT;
    private String hindrance;

    public void load() {
        Optional<Script> found = number("id").flatMap(scripts::find);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such script");
            return;
        }
        script = found.get();
        of = CallTestTarget.PUBLISHED.equals(Faces.getRequestParameter("of")) ? CallTestTarget.PUBLISHED : CallTestTarget.DRAFT;
        saved = tests.of(script.getId());
        try {
            Steps steps = target.steps(script.getId(), of);
            rows = saved.stream().map(test -> new Ran(test, tests.play(steps, test.test()))).toList();
        } catch (ScriptRefused refused) {
            hindrance = refused.message(Faces.getLocale());
        }
    }

    /** The test that was deleted just now comes back. */
    public String restore() {
        long id = number("id").orElse(0L);
        try {
            Messages.addFlashGlobalInfo("calltest.restored", tests.restore(id, number("deleted").orElse(0L)).getName());
        } catch (ScriptRefused tooLate) {
            Messages.addFlashGlobalError(tooLate.message(Faces.getLocale()));
        }
        return "/scripts/tests?faces-redirect=true&id=" + id;
    }

    public Script getScript() {
        return script;
    }

    public List<Ran> getRows() {
        return rows;
    }

    /** Of those that could not be run. */
    public List<SavedCallTest> getSaved() {
        return saved;
    }

    public boolean isOfDraft() {
        return of.equals(CallTestTarget.DRAFT);
    }

    /** Why the tests cannot be run; null when they can. */
    public String getHindrance() {
        return hindrance;
    }

    public long getRed() {
        return rows.stream().filter(ran -> !ran.result().green()).count();
    }

    /** The test that was deleted just now, to be brought back. */
    public Long getDeleted() {
        return number("deleted").orElse(null);
    }

    private static Optional<Long> number(String parameter) {
        return Optional.ofNullable(Faces.getRequestParameter(parameter)).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
