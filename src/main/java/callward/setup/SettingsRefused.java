package callward.setup;

import callward.settings.Refused;
import callward.settings.Saying;
import callward.settings.Setting;
import java.util.Map;
import java.util.stream.Collectors;

/** Some values will not do, by the keys of their settings. */
class SettingsRefused extends Refused {

    private static final long serialVersionUID = 1L;

    SettingsRefused(Map<Setting, Saying> faults) {
        super(faults.entrySet().stream().collect(Collectors.toMap(fault -> fault.getKey().key(), Map.Entry::getValue)));
    }
}
