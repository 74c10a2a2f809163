package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The value of every setting: the environment wins, then what the console saved, then the default. */
@ApplicationScoped
public class Settings {

    /** Where a value comes from. */
    public enum Source { ENVIRONMENT, CONSOLE, DEFAULT }

    @Inject
    KeptSettings kept;
    @Inject
    Secrets secrets;

    private volatile Map<String, String> saved;

    public Optional<String> get(Setting setting) {
        return environment(setting)
                .or(() -> Optional.ofNullable(saved().get(setting.property())))
                .or(() -> Optional.ofNullable(setting.standard()));
    }

    public String text(Setting setting) {
        return get(setting).orElseThrow(() -> new IllegalStateException("not set: " + setting));
    }

    public boolean on(Setting setting) {
        return get(setting).map(Boolean::parseBoolean).orElse(false);
    }

    /** A whole number; nonsense in the environment or the console counts as the default. */
    public int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).strip());
        } catch (NumberFormatException nonsense) {
            return Integer.parseInt(setting.standard());
        }
    }

    /** The company's time zone, such as {@code Europe/Berlin}; the server's while none, or nonsense, is set. */
    public ZoneId zone() {
        try {
            return get(Setting.TIME_ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException nonsense) {
            return ZoneId.systemDefault();
        }
    }

    public Source source(Setting setting) {
        if (environment(setting).isPresent()) {
            return Source.ENVIRONMENT;
        }
        return saved().containsKey(setting.property()) ? Source.CONSOLE : Source.DEFAULT;
    }

    /** Saves a value of the console; null forgets it. Secrets are encrypted. */
    public void save(Setting setting, String value) {
        saveNamed(setting.property(), value, setting.secret());
    }

    /** Something the product made itself and must remember, such as the simulator's token. */
    public Optional<String> remembered(String name) {
        return Optional.ofNullable(saved().get(name));
    }

    /** Kept encrypted; null forgets it. */
    public void remember(String name, String value) {
        saveNamed(name, value, true);
    }

    /** What is remembered under a name; where it is nothing yet, {@code made} is, whoever comes first. */
    String rememberOnce(String name, String made) {
        if (remembered(name).isEmpty()) {
            kept.putIfAbsent(new KeptSettings.Kept(name, secrets.seal(name, made), true));
            saved = null;
        }
        return remembered(name).orElseThrow();
    }

    /** The folder of sound files, the embedded database, keys. */
    public Path dataFolder() {
        return Path.of(text(Setting.DATA_DIR)).toAbsolutePath().normalize();
    }

    /** For another node's change: the next read asks the database again. */
    public void forget() {
        saved = null;
    }

    private static Optional<String> environment(Setting setting) {
        return ConfigProvider.getConfig().getOptionalValue(setting.property(), String.class)
                .map(String::strip).filter(text -> !text.isEmpty());
    }

    private Map<String, String> saved() {
        Map<String, String> known = saved;
        if (known == null) {
            known = load();
            saved = known;
        }
        return known;
    }

    private Map<String, String> load() {
        Map<String, String> values = new HashMap<>();
        kept.all().forEach(row -> values.put(row.name(), row.secret() ? secrets.open(row.name(), row.value()) : row.value()));
        return values;
    }

    private void saveNamed(String name, String value, boolean secret) {
        if (value == null || value.isBlank()) {
            kept.remove(name);
        } else {
            kept.put(new KeptSettings.Kept(name, secret ? secrets.seal(name, value) : value, secret));
        }
        saved = null;
    }
}
