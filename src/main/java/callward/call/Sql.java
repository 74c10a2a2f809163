package callward.call;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** The little JDBC that calls need, and who waits: statements with {@code ?}, inside the caller's transaction. */
@ApplicationScoped
@Transactional
public class Sql {

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** Nothing, too, when there is a row but nothing in it. */
    public <T> Optional<T> one(String statement, Row<T> reader, Object... values) {
        return list(statement, reader, values).stream().filter(Objects::nonNull).findFirst();
    }

    public <T> List<T> list(String statement, Row<T> reader, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement query = prepared(connection, statement, values);
                ResultSet rows = query.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("calls cannot be read", e);
        }
    }

    /** @return how many rows changed */
    public int change(String statement, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement change = prepared(connection, statement, values)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("calls cannot be written", e);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
