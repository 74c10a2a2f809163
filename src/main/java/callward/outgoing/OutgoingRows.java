package callward.outgoing;

import callward.call.Departure;
import callward.call.Sql;
import callward.phone.CallId;
import callward.script.StepsJson;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls that somebody wants to make, in the database. */
@ApplicationScoped
@Transactional
class OutgoingRows {

    enum Kind { CALL, TRIAL }

    /** An order is carried out, or given up, within this time: whatever waits for longer keeps nobody from calling again. */
    private static final Duration ORDERED = Duration.ofMinutes(2);

    /**
     * @param call    null while the carrier has not made it
     * @param hasFailed the carrier would not, as far as we know
     */
    record Row(long id, String token, Kind kind, Long line, String account, boolean simulated, String shown, String called, int ringSeconds, Facts facts,
               long order, CallId call, boolean hasFailed, String wantedBy) {

        Departure departure(CallId as, Instant at) {
            return new Departure(as, account, simulated, line, shown, called, facts.with("call.id", as.sid()), ringSeconds, at);
        }
    }

    @Inject
    Sql sql;

    /** Nobody else looks at what he does until the transaction ends: two clicks at once are one call. */
    void lock(long agent) {
        sql.one("select id from callward.agent where id = ? for update", row -> row.getLong(1), agent);
    }

    boolean isUnderWay(long agent, Instant now) {
        return sql.one("""
                select 1 from callward.outgoing o left join callward.call c on c.id = o.call_id
                where o.agent_id = ? and (o.state = 'WANTED' and o.wanted_at > ? or o.state = 'PLACED' and c.state = 'LIVE') limit 1""",
                row -> row.getInt(1), agent, now.minus(ORDERED)).isPresent();
    }

    int count(Kind kind, Long agent, Instant since) {
        return sql.one("select count(*) from callward.outgoing where kind = ? and wanted_at > ? and (agent_id = ? or ?)", row -> row.getInt(1),
                kind.name(), since, agent == null ? -1 : agent, agent == null).orElse(0);
    }

    /** The line that somebody's last call showed. */
    Optional<Long> lastLine(long agent) {
        return sql.one("select line_id from callward.outgoing where agent_id = ? and line_id is not null order by wanted_at desc limit 1", row -> row.getLong(1), agent);
    }

    long add(Row wanted, long agent, String device, String backOf, Instant at) {
        return sql.one("""
                insert into callward.outgoing (token, kind, state, agent_id, device_key, line_id, account, simulated, shown, called, ring_seconds, facts, back_of,
                                               wanted_by, wanted_at)
                values (?, ?, 'WANTED', ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) returning id""", row -> row.getLong(1),
                wanted.token(), wanted.kind().name(), agent, device, wanted.line(), wanted.account(), wanted.simulated(), wanted.shown(), wanted.called(),
                wanted.ringSeconds(), StepsJson.write(wanted.facts()), backOf, wanted.wantedBy(), at).orElseThrow();
    }

    void ordered(long id, long order) {
        sql.change("update callward.outgoing set order_id = ? where id = ?", order, id);
    }

    Optional<Row> find(String token) {
        return sql.one("select * from callward.outgoing where token = ?", OutgoingRows::row, token);
    }

    /** Kept from everybody else until the transaction ends. */
    Optional<Row> lock(String token) {
        return sql.one("select * from callward.outgoing where token = ? for update", OutgoingRows::row, token);
    }

    void placed(long id, CallId call) {
        sql.change("update callward.outgoing set state = 'PLACED', call_id = ? where id = ?", call.sid(), id);
    }

    /** @param call as which it stands in the log */
    void failed(long id, CallId call, int code, String problem) {
        sql.change("update callward.outgoing set state = 'FAILED', call_id = ?, code = ?, problem = ? where id = ?", call.sid(), code == 0 ? null : code, problem, id);
    }

    /** An agent's last one, or that of an id. */
    Optional<OwnCall> latest(long agent, Long id) {
        return sql.one("""
                select o.*, c.state as call_state, c.outcome,
                       exists (select from callward.leg l where l.id = o.call_id and l.answered_at is not null) as picked_up,
                       exists (select from callward.leg l where l.call_id = o.call_id and l.id <> o.call_id) as calls,
                       exists (select from callward.leg l where l.call_id = o.call_id and l.id <> o.call_id and l.answered_at is not null) as talks
                from callward.outgoing o left join callward.call c on c.id = o.call_id
                where o.agent_id = ? and (o.id = ? or ?) order by o.wanted_at desc, o.id desc limit 1""", OutgoingRows::ownCall, agent, id == null ? -1 : id, id == null);
    }

    /** By the SIDs of the calls that were called back: a talk, else the last that somebody tried. */
    Map<String, CallBack> callBacks(List<String> calls) {
        Map<String, CallBack> found = new HashMap<>();
        sql.list("""
                select distinct on (o.back_of) o.back_of, o.facts #>> '{values,agent.name}' as by, o.wanted_at, o.call_id, c.outcome
                from callward.outgoing o left join callward.call c on c.id = o.call_id where o.back_of = any (?)
                order by o.back_of, (c.outcome = 'ANSWERED') desc nulls last, o.wanted_at desc""", row -> found.put(row.getString("back_of"),
                new CallBack(row.getString("by"), Sql.instant(row, "wanted_at"), "ANSWERED".equals(row.getString("outcome")), row.getString("call_id"))),
                (Object) calls.toArray(String[]::new));
        return found;
    }

    private static OwnCall ownCall(ResultSet row) throws SQLException {
        Integer code = row.getObject("code", Integer.class);
        String problem = row.getString("problem");
        return new OwnCall(row.getLong("id"), row.getString("kind"), state(row), row.getString("call_id"), row.getString("called"), row.getString("shown"),
                row.getString("device_key"), row.getString("outcome"), code, problem, Sql.instant(row, "wanted_at"));
    }

    private static String state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (!state.equals("PLACED")) {
            return state;
        }
        if (!"LIVE".equals(row.getString("call_state"))) {
            return "OVER";
        }
        return row.getBoolean("talks") ? "TALKING" : row.getBoolean("calls") ? "CALLING" : row.getBoolean("picked_up") ? "ASKING" : "RINGING";
    }

    private static Row row(ResultSet row) throws SQLException {
        String call = row.getString("call_id");
        return new Row(row.getLong("id"), row.getString("token"), Kind.valueOf(row.getString("kind")), row.getObject("line_id", Long.class), row.getString("account"),
                row.getBoolean("simulated"), row.getString("shown"), row.getString("called"), row.getInt("ring_seconds"),
                StepsJson.read(row.getString("facts"), Facts.class), row.getLong("order_id"), call == null ? null : new CallId(call),
                row.getString("state").equals("FAILED"), row.getString("wanted_by"));
    }
}
