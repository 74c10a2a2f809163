package callward.setup;

import callward.settings.Saying;
import callward.settings.Setting;
import java.util.Map;

/** Some values will not do. */
class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<Setting, Saying> faults;

    SettingsRefused(Map<Setting, Saying> faults) {
        super("settings refused: " + faults.keySet());
        this.faults = Map.copyOf(faults);
    }

    /** Of each, what is wrong and what to write instead. */
    Map<Setting, Saying> faults() {
        return faults;
    }
}
