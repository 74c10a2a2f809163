package callward.access;

import callward.settings.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Counts wrong passwords. Ten for an account from one address, or a hundred from one address whatever the account,
 * within {@link #WINDOW}: then the door stays shut for them. Others still get in, so nobody can lock somebody else out.
 */
@ApplicationScoped
public class SignInTries {

    /** How long a wrong password is held against somebody. */
    public static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 100;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    /**
     * Counts this try as wrong until {@link #succeeded} says otherwise: a thousand tries at the same moment are
     * counted like a thousand one after another.
     */
    public boolean mayTry(String username, String address) {
        return own.call(() -> countTry(username, address));
    }

    private boolean countTry(String username, String address) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            oneAtATime(connection);
            forget(connection, now.minus(WINDOW));
            if (failures(connection, address, username) >= PER_ACCOUNT || failures(connection, address, null) >= PER_ADDRESS) {
                return false;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into callward.sign_in_failure (username, address, at) values (?, ?, ?)")) {
                insert.setString(1, mark(username));
                insert.setString(2, address);
                insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                insert.executeUpdate();
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("sign-in failures cannot be counted", e);
        }
    }

    /** Whether the wrong password of a moment ago was the first one of late. */
    @Transactional
    boolean failedForTheFirstTime(String username, String address) {
        try (Connection connection = database.getConnection()) {
            return failures(connection, address, username) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("sign-in failures cannot be counted", e);
        }
    }

    public void succeeded(String username, String address) {
        own.run(() -> uncount(username, address));
    }

    private void uncount(String username, String address) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from callward.sign_in_failure where username = ? and address = ?")) {
            delete.setString(1, mark(username));
            delete.setString(2, address);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("sign-in failures cannot be forgotten", e);
        }
    }

    /** What was typed as a user name may have been a password: it is not kept as it is. */
    private static String mark(String username) {
        return Token.hash(username);
    }

    private static void oneAtATime(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('callward sign-in', 0))")) {
            lock.execute();
        }
    }

    private static void forget(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from callward.sign_in_failure where at < ?")) {
            delete.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** @param username null for whatever account */
    private static long failures(Connection connection, String address, String username) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select count(*) from callward.sign_in_failure where address = ? and username = coalesce(?, username)")) {
            count.setString(1, address);
            count.setString(2, username == null ? null : mark(username));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
