package callward.script;

import callward.flow.Step;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.omnifaces.util.Faces;

/** The page on which a script is written. What it shows of the draft it asks of the API, as any program would. */
@Named
@RequestScoped
public class ScriptEditorView {

    /** @param name as JSON has it @param key of its texts */
    public record Kind(String name, String key, String icon) { }

    private static final String WORD = "editor.js.";

    @Inject
    Scripts scripts;

    private Script script;

    public void load() {
        String asked = Faces.getRequestParameter("id");
        Optional<Script> found = asked != null && asked.matches("\\d{1,18}") ? scripts.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such script");
            return;
        }
        script = found.get();
    }

    public Script getScript() {
        return script;
    }

    public Integer getPublishedNumber() {
        return script == null || script.getPublished() == null ? null : script.getPublished().getNumber();
    }

    public List<ScriptUsers.Use> getUses() {
        return script == null ? List.of() : scripts.uses(script.getId());
    }

    /** In the order in which people mostly need them. */
    public List<Kind> getKinds() {
        return Arrays.stream(Step.class.getPermittedSubclasses()).map(kind -> new Kind(StepsJson.kindOf(kind), StepIcon.key(kind), StepIcon.of(kind))).toList();
    }

    public List<SelectItem> getLanguages() {
        return SpokenLanguages.items(Faces.getLocale(), script == null ? null : scripts.draft(script.getId()).steps().tongue().language());
    }

    /** What the page's program says, in the reader's language, by the end of its key. */
    public Map<String, String> getWords() {
        ResourceBundle all = ResourceBundle.getBundle("callward.messages", Faces.getLocale());
        Map<String, String> words = new TreeMap<>();
        all.keySet().stream().filter(key -> key.startsWith(WORD)).forEach(key -> words.put(key.substring(WORD.length()), all.getString(key)));
        for (Kind kind : getKinds()) {
            words.put("kind." + kind.name(), all.getString("step." + kind.key()));
            words.put("icon." + kind.name(), kind.icon());
        }
        return words;
    }

    public String getFileName() {
        return script == null ? "" : fileName(script.getName());
    }

    static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String word = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return (word.isEmpty() ? "script" : word) + ".json";
    }
}
