package callward.call;

import callward.flow.Order;
import callward.phone.CallId;
import callward.phone.LegId;
import callward.phone.PhoneNumber;
import callward.script.StepsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The outbox of what the carrier shall do. */
@ApplicationScoped
@Transactional
class OrderRows {

    /** Longer than any request may last: another node leaves it alone, and a crash delays it at most so long. */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    /**
     * An order that is being carried out.
     *
     * @param call    null when it is for none
     * @param line    the number that the call came in on, or shows; null without a call
     * @param account SID of the account that it belongs to
     * @param over    whether its call is over
     * @param turn    the turn that its call awaits now
     * @param askedAt when the carrier was asked the last time without saying no, or null
     */
    record Due(long id, CallId call, Order what, PhoneNumber line, int tries, String account, boolean over, int turn, Instant since, Instant askedAt) { }

    /** A telephone that was, or is to be, rung by a call of its own. @param call null when it is for none */
    record Placing(CallId call, Order.Place what) { }

    @Inject
    Sql sql;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    /** An order that belongs to no call of ours yet. @return names it */
    long write(String account, Order order) {
        Instant now = clock.instant();
        long id = sql.one("insert into callward.carrier_order (account, what, next_try_at, created_at) values (?, ?::jsonb, ?, ?) returning id",
                row -> row.getLong(1), account, StepsJson.write(order), now, now).orElseThrow();
        house.fire(new OrderWritten());
        return id;
    }

    Optional<Due> claim() {
        return sql.one("""
                with due as materialized (
                    select id from callward.carrier_order where done_at is null and next_try_at <= ? order by next_try_at limit 1 for update skip locked),
                claimed as (
                    update callward.carrier_order o set next_try_at = ? from due where o.id = due.id returning o.*)
                select o.id, o.call_id, o.what, case c.direction when 'OUT' then c.caller else c.called end as line, o.tries, coalesce(o.account, c.account) as account,
                       c.state, c.turn, o.created_at, o.asked_at
                from claimed o left join callward.call c on c.id = o.call_id""",
                row -> new Due(row.getLong("id"), row.getString("call_id") == null ? null : new CallId(row.getString("call_id")),
                        StepsJson.read(row.getString("what"), Order.class), PhoneNumber.in(row.getString("line")).orElse(null), row.getInt("tries"),
                        row.getString("account"), "OVER".equals(row.getString("state")), row.getInt("turn"), Sql.instant(row, "created_at"),
                        Sql.instant(row, "asked_at")),
                clock.instant(), clock.instant().plus(CLAIM));
    }

    /** @return whether it was not finished before */
    boolean finish(long id, String problem) {
        return sql.change("update callward.carrier_order set tries = tries + 1, done_at = ?, problem = ? where id = ? and done_at is null",
                clock.instant(), problem, id) == 1;
    }

    void putOff(long id, Duration time, String why) {
        sql.change("update callward.carrier_order set tries = tries + 1, next_try_at = ?, problem = ? where id = ? and done_at is null",
                clock.instant().plus(time), why, id);
    }

    /** Noted before the carrier is asked: whoever finds the row after a crash looks whether it rings, and does not ask again. */
    void asks(long id) {
        sql.change("update callward.carrier_order set asked_at = ? where id = ?", clock.instant(), id);
    }

    /** The carrier has said no, or was not there: nothing rings. */
    void hasNotAsked(long id) {
        sql.change("update callward.carrier_order set asked_at = null where id = ?", id);
    }

    /** @return whether it was not known before; a telephone that rings for another order is never this one's */
    boolean rings(long id, LegId leg) {
        return sql.change("""
                update callward.carrier_order set leg = ?, done_at = coalesce(done_at, ?), problem = null
                where id = ? and leg is null and not exists (select from callward.carrier_order other where other.leg = ?)""",
                leg.sid(), clock.instant(), id, leg.sid()) == 1;
    }

    /** Whether we know what the carrier calls so. */
    boolean isKnown(CallId sid) {
        return sql.one("""
                select 1 where exists (select from callward.carrier_order where leg = ?) or exists (select from callward.leg where id = ?)
                or exists (select from callward.call where id = ?)""", row -> row.getInt(1), sid.sid(), sid.sid(), sid.sid()).isPresent();
    }

    Optional<Placing> placing(long id) {
        return sql.one("select call_id, what from callward.carrier_order where id = ? and what->>'kind' = 'place'",
                row -> new Placing(row.getString(1) == null ? null : new CallId(row.getString(1)), (Order.Place) StepsJson.read(row.getString(2), Order.class)), id);
    }
}
