package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the server's environment says: variables, system properties, whatever MicroProfile Config reads there. */
@ApplicationScoped
public class Environment {

    /** Nothing when it is not set, or blank. */
    public Optional<String> value(Setting setting) {
        return ConfigProvider.getConfig().getOptionalValue(setting.property(), String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
