package callward.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads what {@link Audit} has written, and checks that nobody has touched it since. */
@ApplicationScoped
@Transactional
public class AuditLog {

    /**
     * What came of checking the chain.
     *
     * @param entries how many there are up to the end, or up to the broken one
     * @param broken  the first entry that is not as it was written, or does not follow the one before; null when all are well
     * @param seal    the hash of the last good entry: whoever wrote it down earlier sees by it that none was cut off at the end
     */
    public record Verdict(long entries, Long broken, String seal) { }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() { };
    private static final int BATCH = 1_000;
    private static final String MATCHING = """
            \sfrom callward.audit_entry
            where (?::text is null or room = ?) and (?::text is null or by ilike ? escape '!')
              and (?::text is null or subject ilike ? escape '!' or name ilike ? escape '!')
              and (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)""";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** The latest first. */
    public List<AuditEntry> page(AuditFilter filter, int page, int size) {
        return read("select *" + MATCHING + " order by id desc limit " + size + " offset " + (long) page * size, filter);
    }

    public long count(AuditFilter filter) {
        return ask("select count(*)" + MATCHING, statement -> {
            fill(statement, filter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** What was done to one thing, the latest first. */
    public List<AuditEntry> of(String room, String subject, int most) {
        return ask("select * from callward.audit_entry where room = ? and subject = ? order by id desc limit ?", statement -> {
            statement.setString(1, room);
            statement.setString(2, subject);
            statement.setInt(3, most);
            return entries(statement);
        });
    }

    /** The sections that anything was noted for. */
    public List<String> rooms() {
        return ask("select distinct room from callward.audit_entry order by room", statement -> {
            List<String> rooms = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rooms.add(row.getString(1));
                }
            }
            return rooms;
        });
    }

    /** Reads every entry, a thousand at a time. */
    public Verdict check() {
        return ask("select * from callward.audit_entry where id > ? order by id limit " + BATCH, statement -> {
            Verdict sofar = new Verdict(0, null, "");
            long last = 0;
            int read = BATCH;
            while (read == BATCH) {
                statement.setLong(1, last);
                read = 0;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        read++;
                        last = row.getLong("id");
                        if (!follows(row, sofar.seal())) {
                            return new Verdict(sofar.entries(), last, sofar.seal());
                        }
                        sofar = new Verdict(sofar.entries() + 1, null, row.getString("hash"));
                    }
                }
            }
            return sofar;
        });
    }

    private static boolean follows(ResultSet row, String seal) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String column : List.of("by", "room", "subject", "name", "deed", "before", "after", "previous")) {
            values.add(row.getString(column));
        }
        return row.getString("previous").equals(seal) && row.getString("hash").equals(Audit.seal(row.getTimestamp("at").toInstant(), values));
    }

    private List<AuditEntry> read(String sql, AuditFilter filter) {
        return ask(sql, statement -> {
            fill(statement, filter);
            return entries(statement);
        });
    }

    private static List<AuditEntry> entries(PreparedStatement statement) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new AuditEntry(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("by"), row.getString("room"),
                        row.getString("subject"), row.getString("name"), row.getString("deed"), values(row.getString("before")), values(row.getString("after"))));
            }
        }
        return entries;
    }

    private static void fill(PreparedStatement statement, AuditFilter filter) throws SQLException {
        String by = like(filter.by());
        String subject = like(filter.subject());
        List<String> texts = new ArrayList<>();
        texts.add(filter.room());
        texts.add(filter.room());
        texts.add(by);
        texts.add(by);
        texts.add(subject);
        texts.add(subject);
        texts.add(subject);
        int n = 1;
        for (String text : texts) {
            statement.setString(n++, text);
        }
        for (Instant instant : new Instant[] {filter.from(), filter.from(), filter.to(), filter.to()}) {
            statement.setTimestamp(n++, instant == null ? null : Timestamp.from(instant));
        }
    }

    private static String like(String part) {
        return part == null || part.isBlank() ? null : "%" + part.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static Map<String, String> values(String json) {
        try {
            return JSON.readValue(json, VALUES);
        } catch (JsonProcessingException e) {
            return Map.of("?", json); // somebody has been at it: the check says so, the page still opens
        }
    }

    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }
}
