package callward.queue;

import callward.call.Sql;
import callward.flow.Progress;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.queue.Place.Result;
import callward.queue.Place.State;
import callward.script.StepsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Places in the database. Whoever locks a call, a place and an offer does so in this order. */
@ApplicationScoped
@Transactional
class Places {

    private static final String READ = """
            select p.id, p.call_id, p.group_key, p.state, p.joined_at, p.round, p.calls, p.not_asked, p.number, c.called, c.progress, c.started_at, c.pretended_at, c.simulated
            from callward.queue_place p join callward.call c on c.id = p.call_id
            """;

    /** What a caller hears at this moment. @param place 1 for the next one; @param minutes he will wait, 0 when nobody can tell */
    record Waits(Verb.Enqueue hears, Instant dueAt, boolean told, int place, int minutes, boolean entered) { }

    /** @param keys that count */
    record Hope(Instant dueAt, String keys) { }

    /** How many wait for a group. @param onLine with the telephone at their ear; @param callbacks for our call */
    record Load(int onLine, int callbacks) { }

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** He waits, or waits on: his place is where it was. Where he waits for others than before, he is the last of them. */
    void waits(CallId call, Verb.Enqueue hears, Instant now) {
        sql.change("""
                insert into callward.queue_place (call_id, group_key, state, hears, joined_at, due_at, look_at) values (?, ?, 'ENTERING', ?::jsonb, ?, ?, ?)
                on conflict (call_id) where state <> 'DONE' do update
                set state = 'ENTERING', hears = excluded.hears, due_at = excluded.due_at, taken_at = null, taken_by = null, group_key = excluded.group_key,
                    joined_at = case queue_place.group_key when excluded.group_key then queue_place.joined_at else excluded.joined_at end,
                    round = queue_place.round + case queue_place.group_key when excluded.group_key then 0 else 1 end,
                    announced_at = case queue_place.group_key when excluded.group_key then queue_place.announced_at end,
                    not_asked = case queue_place.group_key when excluded.group_key then queue_place.not_asked end""",
                call.sid(), hears.group(), StepsJson.write(hears), now, now.plusSeconds(hears.seconds()), now);
    }

    void aside(CallId call) {
        sql.change("update callward.queue_place set state = 'ASIDE' where call_id = ? and state <> 'DONE'", call.sid());
    }

    /** @return false when that number waits for our call already; then this place is given up */
    boolean wantsCallback(CallId call, PhoneNumber number, Instant now) {
        boolean kept = sql.change("""
                update callward.queue_place p set state = 'CALLBACK', number = ?, look_at = ?
                where p.call_id = ? and p.state in ('ENTERING', 'WAITING', 'ASIDE') and not exists (
                    select from callward.queue_place other where other.group_key = p.group_key and other.number = ? and other.state in ('CALLBACK', 'CLAIMED', 'TALKING'))""",
                number.e164(), now, call.sid(), number.e164()) == 1;
        if (!kept) {
            ends(call, Result.TWICE);
        }
        return kept;
    }

    /** @return the place, if he still had one */
    Optional<Long> ends(CallId call, Result result) {
        return sql.one("update callward.queue_place set state = 'DONE', result = ?, ended_at = ? where call_id = ? and state <> 'DONE' returning id",
                row -> row.getLong(1), result.name(), clock.instant(), call.sid());
    }

    /** The call is over: who does not wait for ours does not wait any more. */
    Optional<Long> endsUnlessCalledBack(CallId call) {
        return sql.one("""
                update callward.queue_place set state = 'DONE', result = case state when 'TALKING' then 'TALKED' else 'GONE' end, ended_at = ?
                where call_id = ? and state <> 'DONE' and number is null returning id""",
                row -> row.getLong(1), clock.instant(), call.sid());
    }

    /** The carrier asks what he hears: he is in its queue by now, and can be taken. Twice in a moment is the same question. */
    Optional<Waits> hears(CallId call) {
        Instant now = clock.instant();
        sql.one("select id from callward.queue_place where call_id = ? and state <> 'DONE' for update", row -> row.getLong(1), call.sid());
        return sql.one("""
                with before as (select id, state, announced_at from callward.queue_place where call_id = ? and state <> 'DONE'),
                p as (
                    update callward.queue_place p set state = case p.state when 'ENTERING' then 'WAITING' else p.state end,
                        announced_at = case when p.announced_at is null or p.announced_at > ?::timestamptz - interval '3 seconds'
                            or (p.hears->>'announceSeconds')::int > 0 and p.announced_at <= ?::timestamptz - make_interval(secs => (p.hears->>'announceSeconds')::int)
                            then ?::timestamptz else p.announced_at end
                    from before where p.id = before.id and p.state in ('ENTERING', 'WAITING', 'CLAIMED')
                    returning p.*)
                select p.hears, p.due_at, p.announced_at = ?::timestamptz as told,
                    (select count(*) from callward.queue_place other where other.group_key = p.group_key and other.state in ('ENTERING', 'WAITING', 'ASIDE', 'CALLBACK')
                        and (other.joined_at, other.id) < (p.joined_at, p.id)) as ahead,
                    (select extract(epoch from (max(t.taken_at) - min(t.taken_at))) / (count(*) - 1) from (select taken_at from callward.queue_place t
                        where t.group_key = p.group_key and t.taken_at > ?::timestamptz - interval '1 hour' order by t.taken_at desc limit 10) t
                        having count(*) >= 3) as pace,
                    before.state = 'ENTERING' as entered
                from p join before on before.id = p.id""",
                row -> new Waits((Verb.Enqueue) StepsJson.read(row.getString("hears"), Verb.class), Sql.instant(row, "due_at"), row.getBoolean("told"), row.getInt("ahead") + 1,
                        minutes(row.getDouble("pace") * (row.getInt("ahead") + 1)), row.getBoolean("entered")),
                call.sid(), now, now, now, now, now);
    }

    /** Until when somebody may wait, and with which keys he may go. Locks nothing. */
    Optional<Hope> hope(CallId call) {
        return sql.one("select due_at, hears->>'keys' from callward.queue_place where call_id = ? and state in ('ENTERING', 'WAITING', 'CLAIMED')",
                row -> new Hope(Sql.instant(row, "due_at"), row.getString(2)), call.sid());
    }

    private static int minutes(double seconds) {
        int minutes = (int) Math.ceil(seconds / 60);
        return seconds <= 0 || minutes > 60 ? 0 : minutes;
    }

    /** Keeps everybody else from the place until the transaction ends; and from its call, whose telephone may be told of at this moment. */
    Optional<Place> lock(long id) {
        sql.one("select id from callward.call where id = (select call_id from callward.queue_place where id = ?) for no key update", row -> row.getString(1), id);
        return sql.one(READ + "where p.id = ? for no key update of p", Places::read, id);
    }

    Optional<Place> lock(CallId call) {
        return sql.one(READ + "where p.call_id = ? and p.state <> 'DONE' for no key update of p", Places::read, call.sid());
    }

    Optional<Place> find(CallId call) {
        return sql.one(READ + "where p.call_id = ? and p.state <> 'DONE'", Places::read, call.sid());
    }

    Optional<Place> find(long id) {
        return sql.one(READ + "where p.id = ?", Places::read, id);
    }

    /** What he was told when he began to wait. */
    Verb.Enqueue hearsOf(long id) {
        return sql.one("select hears from callward.queue_place where id = ?", row -> (Verb.Enqueue) StepsJson.read(row.getString(1), Verb.class), id).orElseThrow();
    }

    /** Whoever is first has him. */
    boolean claim(long id, String agent) {
        return sql.change("""
                update callward.queue_place set state = 'CLAIMED', taken_at = ?, taken_by = ?, calls = calls + case when number is null then 0 else 1 end
                where id = ? and state in ('WAITING', 'CALLBACK')""", clock.instant(), agent, id) == 1;
    }

    Optional<String> takenBy(CallId call) {
        return sql.one("select taken_by from callward.queue_place where call_id = ? and taken_by is not null order by id desc limit 1", row -> row.getString(1), call.sid());
    }

    boolean isTaken(CallId call) {
        return sql.one("select id from callward.queue_place where call_id = ? and state in ('CLAIMED', 'TALKING')", row -> row.getLong(1), call.sid()).isPresent();
    }

    /** Whether somebody has talked to him, or does. */
    boolean wasTalkedTo(long id) {
        return sql.one("select id from callward.queue_place where id = ? and (state = 'TALKING' or result = 'TALKED')", row -> row.getLong(1), id).isPresent();
    }

    boolean met(long id) {
        return sql.change("update callward.queue_place set state = 'TALKING' where id = ? and state = 'CLAIMED'", id) == 1;
    }

    /** Who claimed him has not got him: he waits on, where he was; to be called back he is offered to everybody again. */
    void free(long id, Instant lookAt) {
        sql.change("""
                update callward.queue_place set state = case when number is null then 'WAITING' else 'CALLBACK' end, taken_at = null, taken_by = null, look_at = ?,
                    round = round + case when number is null then 0 else 1 end
                where id = ? and state = 'CLAIMED'""", lookAt, id);
    }

    void ended(long id, Result result) {
        sql.change("update callward.queue_place set state = 'DONE', result = ?, ended_at = ? where id = ? and state <> 'DONE'", result.name(), clock.instant(), id);
    }

    /** Everybody has been asked: they are asked again after a while. */
    void nextRound(long id, Duration pause) {
        sql.change("update callward.queue_place set round = round + 1, look_at = ? where id = ?", clock.instant().plus(pause), id);
    }

    void notAsked(long id, String reasons) {
        sql.change("update callward.queue_place set not_asked = ? where id = ?", reasons, id);
    }

    /** Groups for which somebody waits who can be offered. */
    List<String> groups() {
        return sql.list("select distinct group_key from callward.queue_place where state in ('WAITING', 'CALLBACK') and look_at <= ? order by group_key",
                row -> row.getString(1), clock.instant());
    }

    /** Keeps other nodes from offering this group's callers until the transaction ends. */
    boolean isMine(String group) {
        return sql.one("select pg_try_advisory_xact_lock(hashtext('callward.queue'), hashtext(?))", row -> row.getBoolean(1), group).orElse(false);
    }

    /** The longest waiting first. */
    List<Place> toOffer(String group, int most) {
        return sql.list(READ + """
                where p.group_key = ? and p.state in ('WAITING', 'CALLBACK') and p.look_at <= ? order by p.joined_at, p.id limit ? for no key update of p skip locked""",
                Places::read, group, clock.instant(), most);
    }

    Load load(String group) {
        return sql.one("""
                select count(*) filter (where state <> 'CALLBACK'), count(*) filter (where state = 'CALLBACK')
                from callward.queue_place where group_key = ? and state in ('ENTERING', 'WAITING', 'ASIDE', 'CALLBACK')""", row -> new Load(row.getInt(1), row.getInt(2)), group).orElseThrow();
    }

    private static Place read(ResultSet row) throws SQLException {
        return new Place(row.getLong(1), new CallId(row.getString(2)), row.getString(3), State.valueOf(row.getString(4)), Sql.instant(row, "joined_at"), row.getInt(6),
                row.getInt(7), row.getString(8), PhoneNumber.in(row.getString(9)).orElse(null), row.getString(10), StepsJson.read(row.getString(11), Progress.class),
                Sql.instant(row, "started_at"), Sql.instant(row, "pretended_at"), row.getBoolean("simulated"));
    }
}
