package callward.group;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whose turn it is to be rung first. It moves on with each call, in that call's transaction: of two calls at once the second waits for the first
 * one's row, and begins with the next. A call's transaction moves one group only, and last, so nobody waits in a circle.
 */
@ApplicationScoped
@Transactional
class RoundRobin {

    /** The first of those who are free that stands behind the last one, by the order of the group; else the first of them. */
    private static final String NEXT = """
            coalesce((select f.id from unnest(?::bigint[]) with ordinality f(id, place)
                      where array_position(?::bigint[], f.id) > coalesce(array_position(?::bigint[], g.last_first), 0)
                      order by array_position(?::bigint[], f.id) limit 1), ?)""";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /**
     * Moves on.
     *
     * @param members all of the group, in its order
     * @param free    those of them who can be rung; not empty
     * @return who is rung first; nothing when the group is gone
     */
    Optional<Long> next(long group, List<Long> members, List<Long> free) {
        return ask("update callward.ring_group g set last_first = " + NEXT + " where g.id = ? returning g.last_first", group, members, free);
    }

    /** Who would be rung first. */
    Optional<Long> peek(long group, List<Long> members, List<Long> free) {
        return ask("select " + NEXT + " from callward.ring_group g where g.id = ?", group, members, free);
    }

    private Optional<Long> ask(String statement, long group, List<Long> members, List<Long> free) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(statement)) {
            query.setArray(1, connection.createArrayOf("bigint", free.toArray()));
            for (int i = 2; i <= 4; i++) {
                query.setArray(i, connection.createArrayOf("bigint", members.toArray()));
            }
            query.setLong(5, free.getFirst());
            query.setLong(6, group);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("groups cannot be asked whose turn it is", e);
        }
    }
}
