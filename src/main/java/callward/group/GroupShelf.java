package callward.group;

import callward.flow.RingStrategy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Reads every group as calls need it, in a transaction of the server like every other statement. A call's own transaction goes on when this
 * fails: it goes by what was read before.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = IllegalStateException.class)
class GroupShelf {

    private static final Logger LOG = System.getLogger(GroupShelf.class.getName());

    /** @param members in the order of the group */
    record Kept(long id, String key, GroupText text, List<Member> members) {

        List<Long> agents() {
            return members.stream().map(Member::agentId).toList();
        }
    }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    Map<String, Kept> all() {
        try (Connection connection = database.getConnection()) {
            Map<Long, List<Member>> members = members(connection);
            try (PreparedStatement select = connection.prepareStatement("select * from callward.ring_group"); ResultSet row = select.executeQuery()) {
                Map<String, Kept> all = new HashMap<>();
                while (row.next()) {
                    add(all, row, members.getOrDefault(row.getLong("id"), List.of()));
                }
                return Map.copyOf(all);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("groups cannot be read", e);
        }
    }

    private static Map<Long, List<Member>> members(Connection connection) throws SQLException {
        Map<Long, List<Member>> members = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select group_id, agent_id, skills from callward.ring_group_member order by group_id, position, id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                members.computeIfAbsent(row.getLong("group_id"), first -> new ArrayList<>()).add(new Member(row.getLong("agent_id"), Skills.of(row.getString("skills"))));
            }
        }
        return members;
    }

    /** One that makes no sense is left out, as if it were not there: the others must not be lost with it. */
    private static void add(Map<String, Kept> all, ResultSet row, List<Member> members) throws SQLException {
        String key = row.getString("key");
        try {
            all.put(key, new Kept(row.getLong("id"), key, text(row), List.copyOf(members)));
        } catch (IllegalArgumentException | GroupRefused unreadable) {
            LOG.log(Level.WARNING, "group=" + key + " unreadable", unreadable);
        }
    }

    private static GroupText text(ResultSet row) throws SQLException {
        return new GroupText(row.getString("name"), RingStrategy.valueOf(row.getString("strategy")), row.getInt("seconds_each"), row.getInt("seconds_total"),
                row.getInt("rounds"), row.getBoolean("asks"), row.getString("accept_key"), row.getString("decline_key"), row.getInt("silence_seconds"),
                row.getBoolean("drops_members"), row.getString("calendar"), row.getString("wish"), row.getBoolean("unskilled_last"), row.getString("music"),
                row.getInt("announce_seconds"), row.getInt("most_waiting"), row.getInt("longest_seconds"));
    }
}
