package callward.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Writes down who changed what, in the transaction that changes it. Entries are chained by their hashes and the database refuses to touch
 * them again, so that a missing or altered one shows.
 */
@ApplicationScoped
@Transactional
public class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "system";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    SignedIn signedIn;
    @Inject
    Clock clock;

    /**
     * @param room    the section of the console it belongs to: {@code scripts}, {@code lines}, {@code accounts} …
     * @param subject what the room calls the thing: its key, id or number
     * @param name    what people call it
     * @param before  its values before, by name; empty when it is new. Never a secret: say {@code ••••} when one was set
     * @param after   its values afterwards; empty when it is gone. Of both only what differs is kept, and an empty value is none;
     *                a change that changes nothing is not written down
     */
    public void note(String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
        noteBy(who(), room, subject, name, deed, before, after);
    }

    /** For what somebody does who is not, or no longer, signed in. */
    public void noteBy(String who, String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
        // the database keeps microseconds: a finer instant would not hash the same when it is read again
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SortedMap<String, String> gone = different(before, after);
        SortedMap<String, String> come = different(after, before);
        if (deed == Deed.CHANGED && gone.isEmpty() && come.isEmpty()) {
            return; // saved as it was
        }
        try (Connection connection = database.getConnection()) {
            String previous = lastHash(connection);
            List<String> values = List.of(who, room, subject, name, deed.name(), json(gone), json(come), previous);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into callward.audit_entry (by, room, subject, name, deed, before, after, previous, at, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (int i = 0; i < values.size(); i++) {
                    insert.setString(i + 1, values.get(i));
                }
                insert.setTimestamp(9, Timestamp.from(at));
                insert.setString(10, seal(at, values));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be written", e);
        }
    }

    /** Whether the same was noted since: what somebody tries again and again is worth one entry. */
    boolean isNoted(String room, String subject, Deed deed, Map<String, String> after, Instant since) {
        try (Connection connection = database.getConnection(); PreparedStatement known = connection.prepareStatement("""
                select 1 from callward.audit_entry where room = ? and subject = ? and deed = ? and after = ? and at > ? limit 1""")) {
            known.setString(1, room);
            known.setString(2, subject);
            known.setString(3, deed.name());
            known.setString(4, json(new TreeMap<>(after)));
            known.setTimestamp(5, Timestamp.from(since));
            try (ResultSet row = known.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    /** One at a time, until the transaction ends: two entries must not follow the same one. */
    private static String lastHash(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('callward audit', 0))")) {
            lock.execute();
        }
        try (PreparedStatement last = connection.prepareStatement("select hash from callward.audit_entry order by id desc limit 1");
                ResultSet row = last.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** @param values by, room, subject, name, deed, before, after, previous */
    static String seal(Instant at, List<String> values) {
        StringBuilder text = new StringBuilder(at.toString());
        // lengths keep "ab","c" and "a","bc" apart
        values.forEach(value -> text.append('\n').append(value.length()).append(':').append(value));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> different(Map<String, String> these, Map<String, String> those) {
        SortedMap<String, String> different = new TreeMap<>();
        these.forEach((key, value) -> {
            if (value != null && !value.isEmpty() && !Objects.equals(value, those.get(key))) {
                different.put(key, value);
            }
        });
        return different;
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The user name, {@code token:NAME}, or {@code system} for what the server does by itself. */
    public String who() {
        try {
            String by = signedIn.by();
            return "-".equals(by) ? NOBODY : by;
        } catch (ContextNotActiveException | IllegalStateException | NullPointerException noRequest) {
            return NOBODY;
        }
    }
}
