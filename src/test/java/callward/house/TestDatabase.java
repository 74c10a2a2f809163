package callward.house;

import callward.settings.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with our schema, started once for all tests of a run that ask for it. */
public final class TestDatabase {

    private static DataSource shared;

    private TestDatabase() { }

    public static synchronized DataSource get() {
        if (shared == null) {
            try {
                shared = EmbeddedPostgres.builder().start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Flyway.configure().dataSource(shared).schemas(Schema.NAME).defaultSchema(Schema.NAME).createSchemas(true)
                    .locations("classpath:db").load().migrate();
        }
        return shared;
    }

    /** Empties every table of the schema but Flyway's own and the audit log, which cannot be. */
    public static void empty() {
        StringBuilder tables = new StringBuilder();
        for (String table : column("""
                select tablename from pg_tables where schemaname = 'callward' and tablename not in ('flyway_schema_history', 'audit_entry')""")) {
            tables.append(tables.isEmpty() ? "" : ", ").append("callward.").append(table);
        }
        run("truncate " + tables + " restart identity cascade");
    }

    public static void run(String sql, Object... values) {
        try (Connection connection = get().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row, as text. */
    public static List<String> column(String sql, Object... values) {
        try (Connection connection = get().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the only row, as text. */
    public static String value(String sql, Object... values) {
        List<String> found = column(sql, values);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows: " + sql);
        }
        return found.get(0);
    }

    /** A call that is under way, for rows that belong to one. */
    public static void call(String sid) {
        run("""
                insert into callward.call (id, direction, caller, called, state, turn, progress, started_at, touched_at)
                values (?, 'IN', '+15550001111', '+15550100100', 'LIVE', 1, '{}', now(), now())""", sid);
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
