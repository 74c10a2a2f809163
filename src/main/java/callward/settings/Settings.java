package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** The value of every setting: the environment wins, then what the console saved, then the default. */
@ApplicationScoped
public class Settings {

    /** Where a value comes from. */
    public enum Source { ENVIRONMENT, CONSOLE, DEFAULT }

    @Inject
    KeptSettings kept;
    @Inject
    Secrets secrets;
    @Inject
    Environment environment;

    private final AtomicLong changes = new AtomicLong();
    private volatile Map<String, String> saved;
    private volatile Set<String> unreadable = Set.of();

    public Optional<String> get(Setting setting) {
        return environment.value(setting)
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

    public Source source(Setting setting) {
        if (environment.value(setting).isPresent()) {
            return Source.ENVIRONMENT;
        }
        return saved().containsKey(setting.property()) ? Source.CONSOLE : Source.DEFAULT;
    }

    /** What the console saved, whether the environment wins over it or not. */
    public Optional<String> ofConsole(Setting setting) {
        return Optional.ofNullable(saved().get(setting.property()));
    }

    /** Names of secrets that are kept but that no key of ours opens: they count as not set. */
    public Set<String> unreadable() {
        saved();
        return unreadable;
    }

    /** Saves a value of the console, in the caller's transaction; null forgets it. Secrets are encrypted. */
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
            if (unreadable.contains(name)) {
                remember(name, null); // no key opens it any more, so it is no use to anybody
            }
            kept.putIfAbsent(new KeptSettings.Kept(name, secrets.seal(name, made), true));
            forget();
        }
        return remembered(name).orElseThrow();
    }

    /** The folder of sound files, the embedded database, keys. */
    public Path dataFolder() {
        return Path.of(text(Setting.DATA_DIR)).toAbsolutePath().normalize();
    }

    /** For another node's change: the next read asks the database again. */
    public void forget() {
        changes.incrementAndGet();
        saved = null;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged change) {
        forget();
    }

    private Map<String, String> saved() {
        Map<String, String> known = saved;
        if (known == null) {
            long before = changes.get();
            known = load();
            saved = known;
            if (changes.get() != before) {
                saved = null; // somebody changed one while we read: what we have may be older
            }
        }
        return known;
    }

    private Map<String, String> load() {
        Map<String, String> values = new HashMap<>();
        Set<String> lost = new TreeSet<>();
        for (KeptSettings.Kept row : kept.all()) {
            Optional<String> value = row.secret() ? secrets.open(row.name(), row.value()) : Optional.of(row.value());
            value.ifPresentOrElse(text -> values.put(row.name(), text), () -> lost.add(row.name()));
        }
        unreadable = Set.copyOf(lost);
        return values;
    }

    private void saveNamed(String name, String value, boolean secret) {
        if (value == null || value.isBlank()) {
            kept.remove(name);
        } else {
            kept.put(new KeptSettings.Kept(name, secret ? secrets.seal(name, value) : value, secret));
        }
    }
}
