package callward.script;

import callward.greeting.GreetingUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Scripts that play a greeting. */
@ApplicationScoped
@Transactional
class GreetingsInScripts implements GreetingUsers {

    @Inject
    Scripts scripts;

    @Override
    public List<Use> uses(String key) {
        return scripts.all().stream().filter(script -> script.getPublished() != null)
                .map(script -> new Use(script.getName(), StepText.all(scripts.steps(script.getPublished().getId())).stream()
                        .filter(step -> step.says().stream().anyMatch(said -> key.equals(said.greeting()))).map(StepText::id).toList(),
                        "/scripts/script?id=" + script.getId(), true))
                .filter(use -> !use.places().isEmpty()).toList();
    }
}
