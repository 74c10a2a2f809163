package callward.notice;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All mails: those that wait, those that are sent. */
@ApplicationScoped
@Transactional
public class Outbox {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Clock clock;

    /** Those that wait first, then the latest. */
    public List<OutgoingMail> page(int page, int size) {
        return mails("""
                select * from callward.outgoing_mail
                order by (sent_at is null) desc, coalesce(sent_at, created_at) desc, id desc limit ? offset ?""", size, (long) page * size);
    }

    public long count() {
        return number("select count(*) from callward.outgoing_mail");
    }

    public long waiting() {
        return number("select count(*) from callward.outgoing_mail where sent_at is null");
    }

    /** The mails of that reason, whoever they are for. */
    public List<OutgoingMail> of(String reason) {
        return mails("select * from callward.outgoing_mail where reason like ? escape '!' order by id",
                reason.replace("!", "!!").replace("%", "!%").replace("_", "!_") + " to %");
    }

    /** Everything that waits is due now. */
    public void tryAllNow() {
        run("update callward.outgoing_mail set next_try_at = ? where sent_at is null", now());
    }

    public void tryNow(long id) {
        run("update callward.outgoing_mail set next_try_at = ? where sent_at is null and id = ?", now(), id);
    }

    /** Takes one that is due; nobody else gets it before {@code lease} is over. */
    Optional<OutgoingMail> claim(Duration lease) {
        return mails("""
                with due as materialized (
                    select id from callward.outgoing_mail where sent_at is null and next_try_at <= ? order by next_try_at, id limit 1 for update skip locked)
                update callward.outgoing_mail m set tries = tries + 1, next_try_at = ? from due where m.id = due.id
                returning m.*""", now(), now().plus(lease)).stream().findFirst();
    }

    /** Still at it. */
    void renew(long id, Duration lease) {
        run("update callward.outgoing_mail set next_try_at = ? where id = ? and sent_at is null", now().plus(lease), id);
    }

    void sent(long id) {
        run("update callward.outgoing_mail set sent_at = ?, problem = null where id = ? and sent_at is null", now(), id);
    }

    void failed(long id, String problem, Duration nextTry) {
        run("update callward.outgoing_mail set problem = ?, next_try_at = ? where id = ? and sent_at is null", problem, now().plus(nextTry), id);
    }

    private List<OutgoingMail> mails(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = filled(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<OutgoingMail> found = new ArrayList<>();
            while (row.next()) {
                found.add(mail(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    private static OutgoingMail mail(ResultSet row) throws SQLException {
        String file = row.getString("attachment_file");
        Optional<Attachment> attachment = file == null ? Optional.empty()
                : Optional.of(new Attachment(file, row.getString("attachment_name"), row.getString("attachment_type")));
        return new OutgoingMail(row.getLong("id"), row.getString("reason"), row.getString("recipients"), row.getString("subject"),
                row.getString("body"), attachment, row.getString("message_id"), row.getInt("tries"),
                row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("problem")), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = filled(connection, sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    private void run(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = filled(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be written", e);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
