package callward.script;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Begins a script: from a template, as a copy, or from a file. */
@Named
@RequestScoped
public class NewScriptView {

    private static final int LARGEST = 1_000_000;

    @Inject
    Scripts scripts;
    @Inject
    ScriptDesk desk;
    @Inject
    Surroundings surroundings;

    private String name;
    private String text;
    private Part file;

    public String create() {
        try {
            Script script = desk.create(name, beginning());
            return "/scripts/editor?faces-redirect=true&id=" + script.getId();
        } catch (ScriptRefused refused) {
            Messages.addError("script:" + (refused.field().equals("name") ? "name" : "text"), refused.message(Faces.getLocale()));
        } catch (IllegalArgumentException noScript) {
            Messages.addError(hasFile() ? "script:file" : "script:text", "newScript.wrong", noScript.getMessage());
        } catch (IOException unreadable) {
            Messages.addError("script:file", "newScript.unreadable");
        }
        return null;
    }

    public List<String> getTemplates() {
        return Arrays.stream(Templates.values()).map(Templates::key).toList();
    }

    public String getTemplate() {
        String asked = Faces.getRequestParameter("template");
        return asked != null && getTemplates().contains(asked) ? asked : Templates.TICKET.key();
    }

    /** The script that is copied, if one is. */
    public Script getCopied() {
        String asked = Faces.getRequestParameter("copy");
        return asked != null && asked.matches("\\d{1,18}") ? scripts.find(Long.parseLong(asked)).orElse(null) : null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    private DraftSteps beginning() throws IOException {
        if (hasFile()) {
            try (InputStream content = file.getInputStream()) {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw ScriptRefused.wrong("steps", "newScript.large", LARGEST);
                }
                return DraftSteps.read(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        if (text != null && !text.isBlank()) {
            return DraftSteps.read(text);
        }
        Optional<Script> copied = Optional.ofNullable(getCopied());
        return copied.isPresent() ? scripts.draft(copied.get().getId()).steps()
                : Templates.valueOf(getTemplate().toUpperCase(java.util.Locale.ROOT)).steps(Faces.getLocale(), surroundings.all());
    }

    private boolean hasFile() {
        return file != null && file.getSize() > 0;
    }
}
