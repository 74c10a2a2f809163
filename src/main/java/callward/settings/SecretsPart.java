package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Every secret can be read with the keys we have. */
@ApplicationScoped
public class SecretsPart implements Part {

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public State state() {
        Set<String> lost = settings.unreadable();
        return lost.isEmpty() ? State.up() : State.down("state.secrets.lost", String.join(", ", lost));
    }
}
