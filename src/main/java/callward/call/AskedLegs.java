package callward.call;

import callward.phone.CallId;
import callward.phone.LegId;
import callward.script.StepsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Telephones whose question somebody hears, or heard, in the database; under the lock of their call. */
@ApplicationScoped
@Transactional
class AskedLegs {

    /** What has come of a question so far. @param taken somebody else has taken the call in the same turn */
    record Asked(boolean accepted, boolean declined, boolean taken) { }

    /** A telephone that rang, as we know it. @param asked whether somebody has picked it up and was asked */
    record Known(String deviceKey, String address, boolean asks, boolean asked, boolean accepted, boolean declined) { }

    @Inject
    Sql sql;

    /** Somebody has picked it up; the carrier's own news of that is on its way, or lost. */
    Asked pickedUp(PickUp pickUp, String label) {
        return sql.one("""
                insert into callward.leg (id, call_id, device_key, label, address, state, started_at, answered_at, asks, turn, asked_at)
                values (?, ?, ?, ?, ?, 'ANSWERED', ?, ?, true, ?, ?)
                on conflict (id) do update set asks = true, turn = coalesce(leg.turn, excluded.turn), asked_at = coalesce(leg.asked_at, excluded.asked_at),
                    answered_at = coalesce(leg.answered_at, excluded.answered_at)
                returning accepted_at, declined_at, exists (select from callward.leg other where other.call_id = leg.call_id and other.id <> leg.id
                    and other.turn = leg.turn and other.accepted_at is not null) as taken""",
                row -> new Asked(row.getTimestamp(1) != null, row.getTimestamp(2) != null, row.getBoolean(3)),
                pickUp.leg().sid(), pickUp.call().sid(), pickUp.deviceKey(), label, pickUp.address(), pickUp.at(), pickUp.at(), pickUp.turn(), pickUp.at()).orElseThrow();
    }

    /** The caller has somebody to talk to. */
    void accepted(PickUp pickUp) {
        sql.change("""
                with leg as (update callward.leg set accepted_at = ?,
                    state = case when state in ('STARTED', 'RINGING') then 'ANSWERED' else state end where id = ?)
                update callward.call set answered_at = coalesce(answered_at, ?) where id = ?""",
                pickUp.at(), pickUp.leg().sid(), pickUp.at(), pickUp.call().sid());
    }

    void declined(PickUp pickUp) {
        sql.change("update callward.leg set declined_at = ? where id = ?", pickUp.at(), pickUp.leg().sid());
    }

    Optional<Known> find(LegId leg) {
        return sql.one("select device_key, address, asks, asked_at, accepted_at, declined_at from callward.leg where id = ?",
                row -> new Known(row.getString(1), row.getString(2), row.getBoolean(3), row.getTimestamp(4) != null, row.getTimestamp(5) != null,
                        row.getTimestamp(6) != null), leg.sid());
    }

    /** Those that nobody has taken the call on, though they ask. */
    Set<LegId> inVain(CallId call) {
        return new HashSet<>(sql.list("select id from callward.leg where call_id = ? and asks and accepted_at is null", row -> new LegId(row.getString(1)), call.sid()));
    }

    /** The one that was picked up in vain in a turn: the carrier stopped ringing then, whether or not it could tell. */
    Optional<LegId> inVain(CallId call, int turn) {
        return sql.one("select id from callward.leg where call_id = ? and turn = ? and accepted_at is null order by asked_at desc limit 1",
                row -> new LegId(row.getString(1)), call.sid(), turn);
    }

    /** What came in, and what was said, stand in the call's record. */
    void told(PickUp pickUp, String kind, String reply, Instant at, double millis) {
        sql.change("insert into callward.call_event (call_id, door, kind, request, reply, at, millis) values (?, ?, ?, ?::jsonb, ?, ?, ?)",
                pickUp.call().sid(), pickUp.door(), kind, StepsJson.write(pickUp.request()), reply, at, millis);
    }
}
