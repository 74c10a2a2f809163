package callward.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** The value of every setting: the environment wins, then what the console saved, then the default. */
@ApplicationScoped
public class Settings {

    /** Where a value comes from. */
    public enum Source { ENVIRONMENT, CONSOLE, DEFAULT }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Secrets secrets;
    @Inject
    Clock clock;

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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select name, value, secret from callward.setting");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1);
                values.put(name, row.getBoolean(3) ? secrets.open(name, row.getString(2)) : row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("settings cannot be read", e);
        }
        return values;
    }

    private void saveNamed(String name, String value, boolean secret) {
        try (Connection connection = database.getConnection()) {
            if (value == null || value.isBlank()) {
                try (PreparedStatement delete = connection.prepareStatement("delete from callward.setting where name = ?")) {
                    delete.setString(1, name);
                    delete.executeUpdate();
                }
            } else {
                try (PreparedStatement upsert = connection.prepareStatement("""
                        insert into callward.setting (name, value, secret, changed_at) values (?, ?, ?, ?)
                        on conflict (name) do update set value = excluded.value, secret = excluded.secret, changed_at = excluded.changed_at""")) {
                    upsert.setString(1, name);
                    upsert.setString(2, secret ? secrets.seal(name, value) : value);
                    upsert.setBoolean(3, secret);
                    upsert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                    upsert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("settings cannot be saved", e);
        }
        saved = null;
    }
}
