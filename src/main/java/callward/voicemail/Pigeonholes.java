package callward.voicemail;

import callward.call.CallNews;
import callward.flow.Happening;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The mailroom's rows: one statement for each thing it does, because they run inside a caller's webhook. */
@ApplicationScoped
@Transactional
class Pigeonholes {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** A mailbox that no longer exists must not lose a message: it goes to the oldest. @return whether the message is new */
    boolean put(CallNews news, Happening.MessageLeft left) {
        return change("""
                insert into callward.voicemail (call_id, recording_id, mailbox_id, caller, customer_name, ticket_number, seconds, left_at)
                values (?, ?, coalesce((select id from callward.mailbox where key = ?), (select min(id) from callward.mailbox)),
                    coalesce(?, (select caller from callward.call where id = ?), 'anonymous'), ?, ?, ?, ?)
                on conflict do nothing""",
                news.call().sid(), left.recording(), left.mailbox(), news.facts().get("caller.number").orElse(null), news.call().sid(),
                news.facts().get("customer.name").orElse(null), news.facts().get("ticket.number").orElse(null), left.seconds(),
                utc(news.at())) == 1;
    }

    void transcript(String recording, String words, Instant at) {
        change("""
                insert into callward.transcript (recording_id, words, written_at) values (?, ?, ?)
                on conflict (recording_id) do update set words = excluded.words, written_at = excluded.written_at""",
                recording, words, utc(at));
    }

    /** Marks the message as told of. Of all who try, one gets it. */
    Optional<Message> announce(String recording, Instant at) {
        return query("""
                update callward.voicemail v set announced_at = ?
                where recording_id = ? and announced_at is null
                returning v.id, v.recording_id, v.caller, v.customer_name, v.ticket_number, v.left_at,
                    coalesce((select r.seconds from callward.recording r where r.id = v.recording_id), v.seconds, 0) as seconds,
                    coalesce((select c.simulated from callward.call c where c.id = v.call_id), false) as simulated,
                    (select m.name from callward.mailbox m where m.id = v.mailbox_id) as mailbox,
                    (select m.emails from callward.mailbox m where m.id = v.mailbox_id) as emails""",
                Pigeonholes::message, utc(at), recording).stream().findFirst();
    }

    /** Messages nobody was told of although their sound is kept, or they have waited for it since {@code then}. */
    List<String> overdue(Instant then) {
        return query("""
                select v.recording_id from callward.voicemail v left join callward.recording r on r.id = v.recording_id
                where v.announced_at is null and (v.left_at < ? or r.kept_at is not null)
                order by v.left_at limit 100""", row -> row.getString(1), utc(then));
    }

    private static Message message(ResultSet row) throws SQLException {
        String mailbox = row.getString("mailbox");
        return new Message(row.getLong("id"), row.getString("recording_id"), mailbox == null ? "–" : mailbox, Emails.in(row.getString("emails")),
                row.getString("caller"), Optional.ofNullable(row.getString("customer_name")), Optional.ofNullable(row.getString("ticket_number")),
                row.getInt("seconds"), row.getObject("left_at", OffsetDateTime.class).toInstant(), row.getBoolean("simulated"));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = filled(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("messages cannot be read", e);
        }
    }

    private int change(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = filled(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("messages cannot be written", e);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
