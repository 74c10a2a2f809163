package callward.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A company's first script: from a template, and published at once, so that its line answers calls. */
@ApplicationScoped
@Transactional
public class BeginScript {

    @Inject
    ScriptDesk desk;
    @Inject
    Scripts scripts;
    @Inject
    Surroundings surroundings;

    /** Templates that can answer a call as they are. */
    public List<String> templates() {
        return Arrays.stream(Templates.values()).filter(one -> one != Templates.EMPTY && one != Templates.FORWARD).map(Templates::key).toList();
    }

    /**
     * @param template one of {@link #templates()}
     * @param name     another one is made of it where there is a script of that name
     * @param reader   the script speaks his language
     * @throws ScriptRefused when the template lacks something that this company has not got
     */
    public Script from(String template, String name, Locale reader) {
        Templates chosen = Arrays.stream(Templates.values()).filter(one -> one.key().equals(template)).findFirst().orElse(Templates.RING);
        Script script = desk.create(free(name), chosen.steps(reader, surroundings.all()));
        desk.publish(script.getId(), scripts.draft(script.getId()).getVersion(), null, null);
        return script;
    }

    private String free(String name) {
        String wanted = name;
        for (int n = 2; scripts.named(wanted).isPresent(); n++) {
            wanted = name + " " + n;
        }
        return wanted;
    }
}
