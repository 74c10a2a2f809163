package callward.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Settings in the database. Changes belong to the caller's transaction; what is read is committed: it is kept in memory afterwards, and
 * must not be what somebody's transaction may still roll back.
 */
@ApplicationScoped
@Transactional
public class KeptSettings {

    /** @param value ciphertext when it is a secret */
    public record Kept(String name, String value, boolean secret) { }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;
    @Inject
    Event<SettingChanged> news;

    public List<Kept> all() {
        return own.call(() -> rows(""));
    }

    /** Until the caller's transaction ends nobody else changes any of them. */
    List<Kept> lockAll() {
        return rows(" order by name for update");
    }

    private List<Kept> rows(String how) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select name, value, secret from callward.setting" + how);
                ResultSet row = select.executeQuery()) {
            List<Kept> all = new ArrayList<>();
            while (row.next()) {
                all.add(new Kept(row.getString(1), row.getString(2), row.getBoolean(3)));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("settings cannot be read", e);
        }
    }

    public void put(Kept kept) {
        insert(kept, "do update set value = excluded.value, secret = excluded.secret, changed_at = excluded.changed_at");
    }

    /** Lasts, whatever becomes of the caller's transaction. */
    public void putIfAbsent(Kept kept) {
        own.run(() -> insert(kept, "do nothing"));
    }

    public void remove(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from callward.setting where name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
            news.fire(new SettingChanged(name));
        } catch (SQLException e) {
            throw new IllegalStateException("settings cannot be saved", e);
        }
    }

    private void insert(Kept kept, String onConflict) {
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "insert into callward.setting (name, value, secret, changed_at) values (?, ?, ?, ?) on conflict (name) " + onConflict)) {
            insert.setString(1, kept.name());
            insert.setString(2, kept.value());
            insert.setBoolean(3, kept.secret());
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
            news.fire(new SettingChanged(kept.name()));
        } catch (SQLException e) {
            throw new IllegalStateException("settings cannot be saved", e);
        }
    }
}
