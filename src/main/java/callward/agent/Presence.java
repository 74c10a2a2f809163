package callward.agent;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Whose desk is open, on whichever node. A node writes that its desks stay open a little ahead of time, and goes on writing: what it does not
 * renew, because the desk is shut, the machine is gone or the network is cut, ends by itself.
 */
@ApplicationScoped
@Transactional
public class Presence {

    /** How long a desk counts as open without news of it: a few beats. */
    public static final Duration AHEAD = Duration.ofSeconds(60);
    /** A page that is left for another one is shut and open again in no time: nobody is away for that moment. */
    public static final Duration RELOAD = Duration.ofSeconds(15);

    private static final Duration KEPT = Duration.ofHours(1);

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Clock clock;

    private final String node = UUID.randomUUID().toString();

    /** The desks of these accounts are open on this node. */
    public void stays(Collection<Long> accounts) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement renew = connection.prepareStatement("""
                    insert into callward.presence (account_id, node, until) select a.id, ?, ? from callward.account a where a.id = any (?)
                    on conflict (account_id, node) do update set until = excluded.until""")) {
                Array ids = connection.createArrayOf("bigint", accounts.toArray());
                renew.setString(1, node);
                renew.setTimestamp(2, Timestamp.from(now.plus(AHEAD)));
                renew.setArray(3, ids);
                renew.executeUpdate();
            }
            try (PreparedStatement clear = connection.prepareStatement("delete from callward.presence where until < ?")) {
                clear.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
                clear.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("open desks cannot be written", e);
        }
    }

    /** The last desk of an account on this node is shut. @param grace for which it still counts as open; none for who has signed out */
    public void leaves(long account, Duration grace) {
        try (Connection connection = database.getConnection();
                PreparedStatement end = connection.prepareStatement("update callward.presence set until = ? where account_id = ? and node = ? and until > ?")) {
            Timestamp until = Timestamp.from(clock.instant().plus(grace));
            end.setTimestamp(1, until);
            end.setLong(2, account);
            end.setString(3, node);
            end.setTimestamp(4, until);
            end.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("open desks cannot be written", e);
        }
    }
}
