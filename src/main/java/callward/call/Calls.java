package callward.call;

import callward.flow.Progress;
import callward.script.StepsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call log: every call, live and past, newest first. Reading only. */
@ApplicationScoped
@Transactional
public class Calls {

    /**
     * A call as lists show it.
     *
     * @param simulated   made in the built-in simulator
     * @param pretendedAt when a simulated call pretends to have begun, or null
     */
    public record CallRow(String id, String direction, String caller, String called, String lineName, String state, String outcome,
                          String customerName, Long customerId, String ticketNumber, String answeredBy, Instant startedAt,
                          Instant answeredAt, Instant endedAt, Integer seconds, boolean simulated, Instant pretendedAt) { }

    /** Something that came in, and what went out. @param turn null for news beside the conversation */
    public record EventRow(long id, Integer turn, String door, String kind, Map<String, String> request, String reply, Instant at,
                           double millis) { }

    /** A telephone that rang for a call. */
    public record LegRow(String id, String label, String address, String state, Instant startedAt, Instant answeredAt, Instant endedAt) { }

    private static final String COLUMNS = """
            select c.id, c.direction, c.caller, c.called, l.name as line_name, c.state, c.outcome, c.customer_name, c.customer_id,
                   c.ticket_number, c.answered_by, c.started_at, c.answered_at, c.ended_at, c.seconds, c.simulated, c.pretended_at
            from callward.call c left join callward.line l on l.id = c.line_id\s""";

    @Inject
    Sql sql;

    /** @param page from 0; @param size at most 200 */
    public List<CallRow> page(CallFilter filter, int page, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        int rows = Math.clamp(size, 1, 200);
        values.add(rows);
        values.add((long) Math.max(0, page) * rows);
        return sql.list(COLUMNS + where + " order by c.started_at desc, c.id limit ? offset ?", Calls::call, values.toArray());
    }

    public long count(CallFilter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        return sql.one("select count(*) from callward.call c " + where, row -> row.getLong(1), values.toArray()).orElse(0L);
    }

    public Optional<CallRow> find(String id) {
        return sql.one(COLUMNS + "where c.id = ?", Calls::call, id);
    }

    public List<CallRow> live() {
        return sql.list(COLUMNS + "where c.state = 'LIVE' order by c.started_at desc limit 500", Calls::call);
    }

    public List<EventRow> events(String id) {
        return sql.list("select id, turn, door, kind, request, reply, at, millis from callward.call_event where call_id = ? order by id",
                Calls::event, id);
    }

    public List<LegRow> legs(String id) {
        return sql.list("select * from callward.leg where call_id = ? order by started_at, id", row -> new LegRow(row.getString("id"),
                row.getString("label"), row.getString("address"), row.getString("state"), Sql.instant(row, "started_at"),
                Sql.instant(row, "answered_at"), Sql.instant(row, "ended_at")), id);
    }

    /** Keys of the telephones that rang for a call, in order. */
    List<String> devices(String id) {
        return sql.list("select device_key from callward.leg where call_id = ? and device_key is not null order by started_at, id",
                row -> row.getString(1), id).stream().distinct().toList();
    }

    /** Where calls stand: what is known of each, and which telephones it rings. */
    public Map<String, Progress> progress(Collection<String> ids) {
        Map<String, Progress> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list("select id, progress from callward.call where id in (" + "?, ".repeat(ids.size() - 1) + "?)",
                    row -> found.put(row.getString("id"), StepsJson.read(row.getString("progress"), Progress.class)), ids.toArray());
        }
        return found;
    }

    /** What became known during the call, by name. */
    public Map<String, String> facts(String id) {
        Progress known = progress(List.of(id)).get(id);
        return known == null ? Map.of() : known.facts().values();
    }

    private static String where(CallFilter filter, List<Object> values) {
        StringBuilder where = new StringBuilder("where true");
        if (filter.text() != null && !filter.text().isBlank()) {
            String like = "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            where.append(" and (c.caller ilike ? or c.called ilike ? or c.customer_name ilike ? or c.ticket_number ilike ? or c.id = ?)");
            values.addAll(List.of(like, like, like, like, filter.text().strip()));
        }
        and(where, values, " and c.state = ?", filter.state());
        and(where, values, " and c.outcome = ?", filter.outcome());
        and(where, values, " and c.started_at >= ?", filter.from());
        and(where, values, " and c.started_at < ?", filter.to());
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null && !"".equals(value)) {
            where.append(condition);
            values.add(value);
        }
    }

    private static CallRow call(ResultSet row) throws SQLException {
        return new CallRow(row.getString("id"), row.getString("direction"), row.getString("caller"), row.getString("called"),
                row.getString("line_name"), row.getString("state"), row.getString("outcome"), row.getString("customer_name"),
                row.getObject("customer_id", Long.class), row.getString("ticket_number"), row.getString("answered_by"),
                Sql.instant(row, "started_at"), Sql.instant(row, "answered_at"), Sql.instant(row, "ended_at"),
                row.getObject("seconds", Integer.class), row.getBoolean("simulated"), Sql.instant(row, "pretended_at"));
    }

    @SuppressWarnings("unchecked")
    private static EventRow event(ResultSet row) throws SQLException {
        String request = row.getString("request");
        return new EventRow(row.getLong("id"), row.getObject("turn", Integer.class), row.getString("door"), row.getString("kind"),
                request == null ? Map.of() : StepsJson.read(request, Map.class), row.getString("reply"), Sql.instant(row, "at"),
                row.getDouble("millis"));
    }
}
