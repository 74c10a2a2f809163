package callward.desk;

import callward.api.Json;
import callward.call.Testimony;
import callward.call.Witness;
import callward.phone.CallId;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes down which pop-up was shown to whom, and who followed it: after the push, never on a webhook's way. */
@ApplicationScoped
@Transactional
public class PopUpLog implements Witness {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Clock clock;

    /** @param shownTo who has a desk open and gets this kind; @param keptFrom who has one open and does not */
    void shown(String call, PopUpKind kind, List<Viewer> shownTo, List<Viewer> keptFrom) {
        change("""
                insert into callward.pop_up (call_id, kind, shown_to, kept_from, at)
                select id, ?, ?::jsonb, ?::jsonb, ? from callward.call where id = ?""", kind.name(), json(shownTo), json(keptFrom), now(), call);
    }

    /** The first time counts. */
    void opened(String call, String by) {
        change("insert into callward.pop_up_opened (call_id, by, at) values (?, ?, ?) on conflict do nothing", call, by, now());
    }

    /** What the last pop-up of a call told; nothing when it had none. */
    Optional<PopUpKind> kindOf(String call) {
        return read("select kind from callward.pop_up where call_id = ? order by id desc limit 1", call, row -> row.getString(1)).stream()
                .flatMap(name -> Arrays.stream(PopUpKind.values()).filter(kind -> kind.name().equals(name))).findFirst();
    }

    @Override
    public List<Testimony> of(CallId call) {
        List<Testimony> told = new ArrayList<>(read("select * from callward.pop_up where call_id = ? order by id", call.sid(), PopUpLog::pushed));
        told.addAll(read("select * from callward.pop_up_opened where call_id = ? order by at", call.sid(),
                row -> new Testimony(instant(row), "pop-up-opened", row.getString("by"), Map.of("by", row.getString("by")))));
        return told;
    }

    private static Testimony pushed(ResultSet row) throws SQLException {
        List<Viewer> shownTo = viewers(row.getString("shown_to"));
        return new Testimony(instant(row), shownTo.isEmpty() ? "pop-up-unseen" : "pop-up-shown",
                shownTo.stream().map(Viewer::name).collect(Collectors.joining(", ")),
                Map.of("kind", row.getString("kind"), "shown-to", written(shownTo), "kept-from", written(viewers(row.getString("kept_from")))));
    }

    private static String written(List<Viewer> viewers) {
        return viewers.stream().map(viewer -> viewer.name() + " (" + viewer.role() + ")").collect(Collectors.joining(", "));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, String call, Reader<T> reader) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, call);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("pop-ups cannot be read", e);
        }
    }

    private void change(String change, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("pop-ups cannot be written", e);
        }
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String json(List<Viewer> viewers) {
        try {
            return Json.MAPPER.writeValueAsString(viewers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Viewer> viewers(String json) {
        try {
            return List.of(Json.MAPPER.readValue(json, Viewer[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of viewers", e);
        }
    }
}
