package callward.recording;

import callward.call.RecordingNews;
import callward.phone.CallId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** All recordings: those that the carrier told of, and which of them we have. */
@ApplicationScoped
@Transactional
public class Recordings {

    /** Shorter ones hold a breath and a click. */
    static final int SHORTEST_SECONDS = 2;

    /** How long after the first word of a recording we look for it by ourselves, should the carrier's news of it be lost. */
    private static final Duration UNANNOUNCED = Duration.ofSeconds(45);
    private static final String COLUMNS =
            "id, call_id, seconds, file, bytes, content_type, tries, problem, next_try_at, created_at";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Clock clock;
    @Inject
    Event<RecordingKept> kept;

    /** A due recording that is ours to fetch for a while. */
    record Wanted(String id, String url, int tries, Instant createdAt, String account) { }

    public Optional<Recording> find(String id) {
        return one("select " + COLUMNS + " from callward.recording where id = ?", id);
    }

    /** Which of these we have. */
    public Set<String> keptOf(Collection<String> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from callward.recording where kept_at is not null and id = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Set<String> kept = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kept.add(row.getString(1));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("recordings cannot be read", e);
        }
    }

    /**
     * The recording, once it is kept. Waits for whoever is keeping it at this moment: of two transactions that each look for what the
     * other brings, one must see it.
     */
    public Optional<Recording> keptOrAwaited(String id) {
        return one("select " + COLUMNS + " from callward.recording where id = ? for share", id).filter(Recording::kept);
    }

    /** Somebody wants it fetched now. */
    public void tryNow(String id) {
        update("update callward.recording set next_try_at = ? where id = ? and kept_at is null", now(), id);
    }

    /** In the transaction of the news: only a row is written. Late, doubled and reordered news do no harm. */
    void hear(@Observes RecordingNews news) {
        boolean tooShort = news.ready() && news.seconds() >= 0 && news.seconds() < SHORTEST_SECONDS;
        String problem = news.absent() ? "The carrier has no sound of it."
                : tooShort ? "Shorter than " + SHORTEST_SECONDS + " seconds: nothing to keep." : null;
        OffsetDateTime due = problem != null ? null : news.ready() ? now() : now().plus(UNANNOUNCED);
        update("""
                insert into callward.recording as r (id, call_id, url, seconds, next_try_at, problem, created_at)
                values (?, (select id from callward.call where id = ?), ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    url = case when excluded.url = '' then r.url else excluded.url end,
                    seconds = coalesce(r.seconds, excluded.seconds),
                    next_try_at = case when not ? then r.next_try_at
                                       when excluded.next_try_at is null then null
                                       else least(r.next_try_at, excluded.next_try_at) end,
                    problem = case when ? then excluded.problem else r.problem end
                where r.kept_at is null""",
                news.recording(), news.call().sid(), news.url() == null ? "" : news.url(), news.seconds() < 0 ? null : news.seconds(),
                due, problem, now(), news.ready() || news.absent(), news.ready() || news.absent());
    }

    /** Takes one that is due; nobody else gets it before {@code lease} is over. */
    Optional<Wanted> claim(Duration lease) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement("""
                        with due as materialized (
                            select id from callward.recording where next_try_at <= ? order by next_try_at limit 1 for update skip locked)
                        update callward.recording r set tries = tries + 1, next_try_at = ? from due where r.id = due.id
                        returning r.id, r.url, r.tries, r.created_at, (select c.account from callward.call c where c.id = r.call_id)""")) {
            claim.setObject(1, now());
            claim.setObject(2, now().plus(lease));
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.of(new Wanted(row.getString(1), row.getString(2), row.getInt(3), instant(row, 4),
                        row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("recordings cannot be read", e);
        }
    }

    /** Still at it. */
    void renew(String id, Duration lease) {
        update("update callward.recording set next_try_at = ? where id = ? and kept_at is null and next_try_at is not null",
                now().plus(lease), id);
    }

    /** In one transaction: the row and everybody's reaction to it. */
    void keep(String id, KeptSound sound) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update callward.recording set file = ?, content_type = ?, bytes = ?, seconds = ?, kept_at = ?,
                            next_try_at = null, problem = null
                        where id = ? and kept_at is null
                        returning call_id""")) {
            update.setString(1, sound.file());
            update.setString(2, sound.contentType());
            update.setLong(3, sound.bytes());
            update.setInt(4, sound.seconds());
            update.setObject(5, now());
            update.setString(6, id);
            tell(update, id, sound);
        } catch (SQLException e) {
            throw new IllegalStateException("the recording cannot be noted", e);
        }
    }

    void failed(String id, String problem, Duration nextTry) {
        update("update callward.recording set problem = ?, next_try_at = ? where id = ? and kept_at is null and next_try_at is not null",
                problem, now().plus(nextTry), id);
    }

    private void tell(PreparedStatement update, String id, KeptSound sound) throws SQLException {
        String call;
        try (ResultSet row = update.executeQuery()) {
            call = row.next() ? row.getString(1) : null;
        }
        if (call != null) {
            kept.fire(new RecordingKept(id, new CallId(call), sound.file(), sound.contentType(), sound.bytes(), sound.seconds()));
        }
    }

    private Optional<Recording> one(String sql, String id) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(recording(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("recordings cannot be read", e);
        }
    }

    private static Recording recording(ResultSet row) throws SQLException {
        int seconds = row.getInt("seconds");
        boolean unknown = row.wasNull();
        OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
        return new Recording(row.getString("id"), Optional.ofNullable(row.getString("call_id")), unknown ? -1 : seconds,
                Optional.ofNullable(row.getString("file")), row.getLong("bytes"), row.getString("content_type"), row.getInt("tries"),
                Optional.ofNullable(row.getString("problem")), Optional.ofNullable(next).map(OffsetDateTime::toInstant),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("recordings cannot be written", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
