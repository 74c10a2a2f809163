package callward.call;

import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deadlines in the database. They are written with the turns, by {@link LiveCalls}. */
@ApplicationScoped
@Transactional
class DeadlineRows {

    /** Longer than looking at one may last; a crash delays what was claimed so long at the most. */
    private static final Duration CLAIM = Duration.ofSeconds(40);

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** Due ones, the oldest first; no other node gets them meanwhile. */
    List<Deadline> claim(int most) {
        return sql.list("""
                with due as materialized (
                    select call_id, what from callward.deadline where look_at <= ? order by look_at limit ? for update skip locked)
                update callward.deadline d set look_at = ? from due join callward.call c on c.id = due.call_id
                where d.call_id = due.call_id and d.what = due.what
                returning d.call_id, d.what, d.turn, d.awaits, d.due_at, c.account""",
                row -> new Deadline(new CallId(row.getString(1)), Deadline.What.valueOf(row.getString(2)), row.getInt(3), row.getString(4),
                        Sql.instant(row, "due_at"), row.getString(6)),
                clock.instant(), most, clock.instant().plus(CLAIM));
    }

    /** Whether it still counts. Asked under the call's lock: a turn that was played meanwhile has put another in its place. */
    boolean stands(Deadline due) {
        return sql.one("select turn from callward.deadline where call_id = ? and what = ? and turn = ? and due_at <= ?", row -> row.getInt(1),
                due.call().sid(), due.what().name(), due.turn(), clock.instant()).isPresent();
    }

    /** It is looked at again later; when it was due stays as it is. */
    void putOff(Deadline due, Duration time) {
        sql.change("update callward.deadline set look_at = ? where call_id = ? and what = ? and turn = ?",
                clock.instant().plus(time), due.call().sid(), due.what().name(), due.turn());
    }

    /** The call's own limit counts from now: a caller who was sent on after a long talk has not waited yet. */
    void beginAnew(CallId call, Instant due) {
        sql.change("""
                insert into callward.deadline (call_id, what, turn, due_at, look_at) values (?, 'CALL', 0, ?, ?)
                on conflict (call_id, what) do update set due_at = excluded.due_at, look_at = excluded.look_at""", call.sid(), due, due);
    }

    /** The turn that a call awaits goes on; what should come of it meanwhile has a time of its own. */
    void await(CallId call, Instant due) {
        sql.change("update callward.deadline set due_at = ?, look_at = ? where call_id = ? and what = 'STEP'", due, due, call.sid());
    }

    void drop(Deadline due) {
        sql.change("delete from callward.deadline where call_id = ? and what = ? and turn = ?", due.call().sid(), due.what().name(), due.turn());
    }

    /**
     * Whether the carrier still has to be asked to move, or to end, the call.
     *
     * @param legs or one of its legs: what the two who talk about him come to hangs on that
     */
    boolean isOrdered(CallId call, boolean legs) {
        return sql.one("""
                select 1 from callward.carrier_order where call_id = ? and done_at is null
                and (what->>'kind' in ('resume', 'end') or ? and what->>'kind' in ('move-leg', 'end-leg')) limit 1""", row -> row.getInt(1), call.sid(), legs).isPresent();
    }

    /** How many should have been looked at before {@code then}, and the oldest of them. */
    Late late(Instant then) {
        return sql.one("select count(*), min(look_at) as oldest from callward.deadline where look_at < ?",
                row -> new Late(row.getInt(1), Optional.ofNullable(Sql.instant(row, "oldest"))), then).orElseThrow();
    }

    record Late(int count, Optional<Instant> oldest) { }
}
