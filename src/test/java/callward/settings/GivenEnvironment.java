package callward.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** An environment as a test gives it. */
public final class GivenEnvironment extends Environment {

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    public GivenEnvironment with(Setting setting, Object value) {
        given.put(setting, value.toString());
        return this;
    }

    public GivenEnvironment without(Setting setting) {
        given.remove(setting);
        return this;
    }

    @Override
    public Optional<String> value(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }
}
