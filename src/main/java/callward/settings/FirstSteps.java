package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether an administrator is still setting his company up: signing in leads him on there, until he says that it is done. */
@ApplicationScoped
public class FirstSteps {

    private static final String OPEN = "set-up.open";

    @Inject
    Settings settings;

    public boolean isOpen() {
        return settings.remembered(OPEN).isPresent();
    }

    /** In the caller's transaction. */
    public void begin() {
        settings.remember(OPEN, "open");
    }

    public void finish() {
        settings.remember(OPEN, null);
    }
}
