package callward.script;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What was published of a script and when, how any two states differ, and the way back. */
@Named
@ViewScoped
public class ScriptHistoryView implements Serializable {

    private static final long serialVersionUID = 1L;
    static final String DRAFT = "draft";

    /** @param current whether calls that arrive now walk through it */
    public record Row(int number, Instant publishedAt, String publishedBy, String note, boolean current) implements Serializable { }

    @Inject
    transient Scripts scripts;
    @Inject
    transient ScriptDesk desk;

    private long id;
    private String name;
    private int version;
    private boolean left;
    private List<Row> rows = List.of();
    private String from;
    private String to;
    private transient Differences differences;

    public void load() {
        String asked = Faces.getRequestParameter("id");
        Optional<Script> found = asked != null && asked.matches("\\d{1,18}") ? scripts.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such script");
            return;
        }
        Script script = found.get();
        ScriptDraft draft = scripts.draft(script.getId());
        id = script.getId();
        name = script.getName();
        version = draft.getVersion();
        left = draft.left().filter(steps -> !steps.equals(draft.steps())).isPresent();
        Integer current = script.getPublished() == null ? null : script.getPublished().getNumber();
        rows = scripts.revisions(script).stream().map(revision -> new Row(revision.getNumber(), revision.getPublishedAt(), revision.getPublishedBy(),
                revision.getNote(), Integer.valueOf(revision.getNumber()).equals(current))).toList();
        from = chosen("from", rows.isEmpty() ? DRAFT : "" + rows.getFirst().number());
        to = chosen("to", DRAFT);
        differences = Differences.between(state(from), state(to));
    }

    public String publishAgain(int number) {
        try {
            ScriptRevision revision = desk.rollBack(id, number, null);
            Messages.addFlashGlobalInfo("history.publishedAgain", number, revision.getNumber());
        } catch (ScriptRefused refused) {
            Messages.addFlashGlobalError(refused.message(Faces.getLocale()));
        }
        return here();
    }

    public String takeUp(int number) {
        try {
            desk.takeUp(id, number, version);
            Messages.addFlashGlobalInfo("history.takenUp", number);
        } catch (ScriptRefused refused) {
            Messages.addFlashGlobalError(refused.message(Faces.getLocale()));
            return here();
        }
        return here();
    }

    public String bringBack() {
        try {
            desk.bringBack(id, version);
            Messages.addFlashGlobalInfo("history.broughtBack");
        } catch (ScriptRefused refused) {
            Messages.addFlashGlobalError(refused.message(Faces.getLocale()));
        }
        return here();
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Whether the draft was something else before an old revision took its place. */
    public boolean isLeft() {
        return left;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public Differences getDifferences() {
        return differences;
    }

    /** In the reader's language. */
    public String field(String field) {
        try {
            return ResourceBundle.getBundle("callward.messages", Faces.getLocale()).getString("field." + field);
        } catch (MissingResourceException unknown) {
            return field;
        }
    }

    /** Name of a kind of step; kinds nobody knows stand as they were typed. */
    public String kind(String kind) {
        return StepField.kind(kind).map(StepIcon::key).map(key -> ResourceBundle.getBundle("callward.messages", Faces.getLocale()).getString("step." + key)).orElse(kind);
    }

    private String chosen(String parameter, String usual) {
        String asked = Faces.getRequestParameter(parameter);
        boolean known = DRAFT.equals(asked) || rows.stream().anyMatch(row -> ("" + row.number()).equals(asked));
        return known ? asked : usual;
    }

    private DraftSteps state(String which) {
        return DRAFT.equals(which) ? scripts.draft(id).steps() : DraftSteps.of(desk.published(id, Integer.parseInt(which)).steps());
    }

    private String here() {
        return "/scripts/history?faces-redirect=true&id=" + id;
    }
}
