package callward.house;

import callward.settings.Setting;
import callward.settings.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Settings as a test gives them; the rest has its defaults. */
public final class GivenSettings extends Settings {

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    public GivenSettings with(Setting setting, Object value) {
        given.put(setting, value.toString());
        return this;
    }

    public GivenSettings without(Setting setting) {
        given.remove(setting);
        return this;
    }

    public GivenSettings dataIn(Path folder) {
        return with(Setting.DATA_DIR, folder);
    }

    @Override
    public Optional<String> get(Setting setting) {
        return Optional.ofNullable(given.getOrDefault(setting, setting.standard()));
    }
}
