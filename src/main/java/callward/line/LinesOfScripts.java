package callward.line;

import callward.phone.PhoneNumber;
import callward.script.ScriptUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lines that run a script. */
@ApplicationScoped
class LinesOfScripts implements ScriptUsers {

    @Inject
    Lines lines;

    @Override
    public List<Use> uses(long script) {
        return lines.all().stream().filter(line -> line.getScript() != null && line.getScript().getId() == script)
                .map(line -> new Use(line.getName() + ", " + PhoneNumber.of(line.getNumber()).shown(), "/lines/")).toList();
    }
}
