package callward.call;

import callward.call.CallRecord.ScriptOfCall;
import callward.flow.Consultation;
import callward.flow.Order;
import callward.flow.Progress;
import callward.script.Scripts;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The call log: every call, live and past, newest first. Reading only. */
@ApplicationScoped
@Transactional
public class Calls {

    /**
     * A call as lists show it.
     *
     * @param id           the carrier's SID of the call
     * @param direction    IN, or OUT for a call that an agent makes
     * @param caller       as the carrier sent it: E.164, {@code anonymous}, {@code client:…}, {@code sip:…}; OUT: the number that was shown, our line's
     * @param called       the number that was called, our line's; OUT: the other side's, E.164
     * @param lineName     name of the line that was called; null when it is gone
     * @param state        LIVE or OVER
     * @param outcome      ANSWERED, VOICEMAIL, MISSED, ABANDONED, HANDED_OVER, REFUSED or FAILED; OUT: ANSWERED, NOT_REACHED or FAILED; null while it goes on
     * @param customerName who called; null when he is unknown
     * @param customerId   his id in our own helpdesk; null when he is not in it
     * @param ticketNumber the ticket he named; null when he named none
     * @param answeredBy   who talked to him; null when nobody did
     * @param startedAt    when it came in
     * @param answeredAt   when somebody answered; null when nobody did
     * @param endedAt      when it was over; null while it goes on
     * @param seconds      how long it lasted; null while it goes on
     * @param simulated    made in the built-in simulator
     * @param pretendedAt  when a simulated call pretends to have begun, or null
     * @param continues    SID of the call in which one of us called this person, and sent him on; null for every other call
     * @param goesOnIn     SID of the call in which whom we called goes on, since he was sent on; null for every other call
     */
    public record CallRow(String id, String direction, String caller, String called, String lineName, String state, String outcome,
                          String customerName, Long customerId, String ticketNumber, String answeredBy, Instant startedAt,
                          Instant answeredAt, Instant endedAt, Integer seconds, boolean simulated, Instant pretendedAt, String continues, String goesOnIn) {

        /** Who is not ours: the caller, or whom we call. */
        public String other() {
            return "OUT".equals(direction) ? called : caller;
        }
    }

    /**
     * Something that came in, and what went out.
     *
     * @param id      counts events of all calls
     * @param turn    null for news beside the conversation
     * @param door    the path it came to
     * @param kind    what happened
     * @param request what came in, by name
     * @param reply   what went out, TwiML for the most part; null for nothing
     * @param at      when it came in
     * @param millis  how long answering took, milliseconds
     * @param ignored why it changed nothing: REPEATED or LATE; null when it counted
     * @param inside  what the turn did inside; null when it is no turn
     */
    public record EventRow(long id, Integer turn, String door, String kind, Map<String, String> request, String reply, Instant at,
                           double millis, String ignored, TurnRecord inside) { }

    /**
     * A telephone that rang for a call.
     *
     * @param id         the carrier's SID of the leg
     * @param call       SID of the call it rang for
     * @param device     key of the destination it was rung as; null when it has none
     * @param label      what people call the telephone; null when the destination is gone
     * @param address    what was rung: E.164, {@code sip:…} or {@code client:…}
     * @param state      STARTED, RINGING, ANSWERED, BUSY, NO_ANSWER, FAILED, CANCELED or COMPLETED
     * @param startedAt  when it began to ring
     * @param answeredAt when it was answered; null when it was not
     * @param endedAt    when it was over; null while it goes on
     * @param answer     what whoever picked it up said when he was asked whether he takes the call: ASKED (nothing so far), ACCEPTED, DECLINED or
     *                   SILENT (a machine, most likely); null when nobody was asked
     */
    public record LegRow(String id, String call, String device, String label, String address, String state, Instant startedAt,
                         Instant answeredAt, Instant endedAt, String answer) {

        /** Whoever has picked it up talks to the caller. */
        public boolean talks() {
            return answeredAt != null && (answer == null || answer.equals("ACCEPTED"));
        }
    }

    /**
     * A call that goes on.
     *
     * @param step     the script's step it is in, null before the first
     * @param stepKind {@code menu}, {@code take-message} …; null when the step is not known
     * @param legs     telephones that ring for it or are talked on
     * @param asks     while whoever talks to the caller asks a colleague first; null while nobody does
     */
    public record LiveRow(CallRow call, String step, String stepKind, List<LegRow> legs, Consultation asks) { }

    public static final int MOST_COUNTED = 10_000;

    private static final String FIELDS = """
            select c.id, c.direction, c.caller, c.called, l.name as line_name, c.state, c.outcome, c.customer_name, c.customer_id,
                   c.ticket_number, c.answered_by, c.started_at, c.answered_at, c.ended_at, c.seconds, c.simulated, c.pretended_at, c.continues,
                   (select onward.id from callward.call onward where onward.continues = c.id) as goes_on_in""";
    private static final String FROM = "\nfrom callward.call c left join callward.line l on l.id = c.line_id ";
    private static final String COLUMNS = FIELDS + FROM;
    /** Steps that a call has beside its script, since somebody has sent it on. */
    private static final String OWN_KIND = """
            \s(select own ->> 'kind' from jsonb_array_elements(c.progress -> 'detour' -> 'steps') own where own ->> 'id' = c.progress ->> 'step') as own_kind""";
    private static final String MOST_LIVE = " where c.state = 'LIVE' order by c.started_at desc, c.id limit 500";

    @Inject
    Sql sql;
    @Inject
    Scripts scripts;

    /** @param page from 0; @param size at most 200 */
    public List<CallRow> page(CallFilter filter, int page, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        int rows = Math.clamp(size, 1, 200);
        values.add(rows);
        values.add((long) Math.max(0, page) * rows);
        return sql.list(COLUMNS + where + " order by c.started_at desc, c.id limit ? offset ?", Calls::call, values.toArray());
    }

    /** No more than {@link #MOST_COUNTED}: whoever has so many looks at the latest, or narrows what he looks for. */
    public long count(CallFilter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        values.add(MOST_COUNTED);
        return sql.one("select count(*) from (select 1 from callward.call c " + where + " limit ?) counted", row -> row.getLong(1), values.toArray()).orElse(0L);
    }

    /** The next of a long list. @param last the last one before, null for the beginning */
    List<CallRow> after(CallFilter filter, CallRow last, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        if (last != null) {
            where += " and c.started_at <= ? and (c.started_at < ? or c.id > ?)";
            values.addAll(List.of(last.startedAt(), last.startedAt(), last.id()));
        }
        values.add(size);
        return sql.list(COLUMNS + where + " order by c.started_at desc, c.id limit ?", Calls::call, values.toArray());
    }

    public Optional<CallRow> find(String id) {
        return sql.one(COLUMNS + "where c.id = ?", Calls::call, id);
    }

    /** Those of the SIDs that there are, in no order. */
    public List<CallRow> of(Collection<String> ids) {
        return sql.list(COLUMNS + "where c.id = any (?)", Calls::call, (Object) ids.toArray(String[]::new));
    }

    /** Those that go on, with where each stands and who is rung. Two statements, however many calls there are. */
    public List<LiveRow> going() {
        Map<String, List<LegRow>> legs = sql.list("""
                select leg.* from callward.call c join callward.leg leg on leg.call_id = c.id
                where c.state = 'LIVE' and leg.ended_at is null order by leg.started_at, leg.id""", Calls::leg)
                .stream().collect(Collectors.groupingBy(LegRow::call));
        return sql.list(FIELDS + ", c.revision_id, c.progress ->> 'step' as step, c.progress -> 'detour' -> 'asking' as asking," + OWN_KIND + FROM + MOST_LIVE, row -> {
            CallRow call = call(row);
            String step = row.getString("step");
            String own = row.getString("own_kind");
            return new LiveRow(call, step, own != null ? own : kindOf(row.getObject("revision_id", Long.class), step), legs.getOrDefault(call.id(), List.of()),
                    asking(row.getString("asking")));
        });
    }

    private static Consultation asking(String json) {
        return Optional.ofNullable(json).map(text -> StepsJson.read(text, Consultation.class)).filter(Consultation::open).orElse(null);
    }

    /** How many calls to us that began since then came to what. */
    public Map<String, Long> outcomes(Instant since) {
        Map<String, Long> counts = new TreeMap<>();
        sql.list("select coalesce(outcome, 'FAILED'), count(*) from callward.call where started_at >= ? and state = 'OVER' and direction = 'IN' group by 1",
                row -> counts.put(row.getString(1), row.getLong(2)), since);
        return counts;
    }

    public List<EventRow> events(String id) {
        return sql.list("select id, turn, door, kind, request, reply, at, millis, ignored, notes from callward.call_event where call_id = ? order by id",
                Calls::event, id);
    }

    public List<LegRow> legs(String id) {
        return sql.list("select * from callward.leg where call_id = ? order by started_at, id", Calls::leg, id);
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

    /** What the call walked through, and where it is or ended. */
    Optional<ScriptOfCall> script(String id) {
        return sql.one("""
                select s.id, s.name, r.number, c.progress ->> 'step' from callward.call c join callward.script_revision r on r.id = c.revision_id
                join callward.script s on s.id = r.script_id where c.id = ?""",
                row -> new ScriptOfCall(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)), id);
    }

    /** Texts that the call has ordered, and what became of them. */
    List<Testimony> texts(String id) {
        return sql.list("""
                select what, tries, created_at, done_at, problem from callward.carrier_order
                where call_id = ? and what->>'kind' = 'send-text' order by id""", row -> {
            Instant done = Sql.instant(row, "done_at");
            String problem = row.getString("problem");
            Order.SendText text = StepsJson.read(row.getString("what"), Order.SendText.class);
            return new Testimony(done != null ? done : Sql.instant(row, "created_at"),
                    done == null ? "text-waits" : problem == null ? "text-sent" : "text-refused", text.to().e164(),
                    new TreeMap<>(Map.of("to", text.to().e164(), "text", text.body(), "tries", "" + row.getInt("tries"))), problem, null, null);
        }, id);
    }

    private String kindOf(Long revision, String step) {
        return revision == null || step == null ? null
                : scripts.steps(revision).get(step).map(found -> StepsJson.kindOf(found.getClass())).orElse(null);
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
        and(where, values, " and c.line_id = ?", filter.line());
        and(where, values, " and c.answered_by = ?", filter.agent());
        and(where, values, " and c.simulated = ?", filter.simulated());
        and(where, values, " and c.direction = ?", filter.direction());
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
                row.getObject("seconds", Integer.class), row.getBoolean("simulated"), Sql.instant(row, "pretended_at"),
                row.getString("continues"), row.getString("goes_on_in"));
    }

    @SuppressWarnings("unchecked")
    private static EventRow event(ResultSet row) throws SQLException {
        String request = row.getString("request");
        String notes = row.getString("notes");
        return new EventRow(row.getLong("id"), row.getObject("turn", Integer.class), row.getString("door"), row.getString("kind"),
                request == null ? Map.of() : StepsJson.read(request, Map.class), row.getString("reply"), Sql.instant(row, "at"),
                row.getDouble("millis"), row.getString("ignored"), notes == null ? null : TurnRecord.of(StepsJson.read(notes, TurnNotes.class)));
    }

    private static LegRow leg(ResultSet row) throws SQLException {
        return new LegRow(row.getString("id"), row.getString("call_id"), row.getString("device_key"), row.getString("label"),
                row.getString("address"), row.getString("state"), Sql.instant(row, "started_at"), Sql.instant(row, "answered_at"),
                Sql.instant(row, "ended_at"), answer(row));
    }

    private static String answer(ResultSet row) throws SQLException {
        if (!row.getBoolean("asks") || row.getTimestamp("answered_at") == null) {
            return null;
        }
        return row.getTimestamp("accepted_at") != null ? "ACCEPTED" : row.getTimestamp("declined_at") != null ? "DECLINED"
                : row.getTimestamp("ended_at") != null ? "SILENT" : "ASKED";
    }
}
