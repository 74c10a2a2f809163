package callward.queue;

import callward.call.Sql;
import callward.flow.Accept;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.LegId;
import callward.queue.Offered.State;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offers in the database. One that has come to something stays so. */
@ApplicationScoped
@Transactional
class Offers {

    /** Longer than asking the carrier may last. */
    private static final Duration CLAIM = Duration.ofSeconds(40);

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** @return false when the agent is being asked already, by whichever group, or is about to be */
    boolean make(Place place, String token, long agentId, Verb.Target phone, Accept accept, Duration patience) {
        Instant now = clock.instant();
        return isMine(agentId) && sql.change("""
                insert into callward.queue_offer (place_id, call_id, token, agent_id, agent, device_key, label, address, asks, accept, round, state, offered_at, look_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'RINGING', ?, ?) on conflict (agent_id) where ended_at is null do nothing""",
                place.id(), place.call().sid(), token, agentId, phone.agent() == null ? phone.label() : phone.agent(), phone.key(), phone.label(),
                phone.destination().address(), phone.asks(), StepsJson.write(accept), place.round(), now, now.plus(patience)) == 1;
    }

    /** Another group may be asking him in a transaction that goes on: who waited for it in the index, and has asked somebody whom that one wants next, would wait for ever. */
    private boolean isMine(long agentId) {
        return sql.one("select pg_try_advisory_xact_lock(hashtext('callward.queue_offer'), hashtext(?))", row -> row.getBoolean(1), Long.toString(agentId)).orElse(false);
    }

    Optional<Offered> find(String token) {
        return sql.one("select * from callward.queue_offer where token = ?", Offers::read, token);
    }

    Optional<Offered> of(LegId leg) {
        return sql.one("select * from callward.queue_offer where leg_id = ?", Offers::read, leg.sid());
    }

    List<Offered> ofPlace(long place) {
        return sql.list("select * from callward.queue_offer where place_id = ? order by id", Offers::read, place);
    }

    List<Offered> ofCall(CallId call) {
        return sql.list("select o.* from callward.queue_offer o join callward.queue_place p on p.id = o.place_id where p.call_id = ? order by o.id", Offers::read, call.sid());
    }

    /** The call that rings for it. The first thing that names it counts. */
    void rings(long id, LegId leg) {
        sql.change("update callward.queue_offer set leg_id = ? where id = ? and leg_id is null", leg.sid(), id);
    }

    /** His telephone is at his ear: whether he talks, only his yes tells. */
    void pickedUp(Offered offer, LegId leg, boolean asks) {
        Instant now = clock.instant();
        sql.change("""
                insert into callward.leg (id, call_id, device_key, label, address, state, started_at, answered_at, asks, asked_at)
                values (?, ?, ?, ?, ?, 'ANSWERED', ?, ?, ?, ?)
                on conflict (id) do update set asks = excluded.asks, asked_at = coalesce(leg.asked_at, excluded.asked_at)""",
                leg.sid(), offer.call().sid(), offer.device(), offer.label(), offer.address().address(), now, now, asks, now);
    }

    /** @param column {@code accepted_at} or {@code declined_at} */
    private void said(long id, String column) {
        sql.change("update callward.leg set " + column + " = coalesce(" + column + ", ?) where id = (select leg_id from callward.queue_offer where id = ?)", clock.instant(), id);
    }

    void accepted(long id) {
        said(id, "accepted_at");
    }

    void declined(long id) {
        said(id, "declined_at");
    }

    /** @return whether it was in one of these states, and open */
    boolean moves(long id, State to, Duration patience, State... from) {
        return sql.change("update callward.queue_offer set state = ?, look_at = ? where id = ? and ended_at is null and state = any (?)",
                to.name(), clock.instant().plus(patience), id, names(from)) == 1;
    }

    boolean ends(long id, State to, State... from) {
        return sql.change("update callward.queue_offer set state = ?, ended_at = ? where id = ? and ended_at is null and state = any (?)",
                to.name(), clock.instant(), id, names(from)) == 1;
    }

    void lookAt(long id, Duration in) {
        sql.change("update callward.queue_offer set look_at = ? where id = ? and ended_at is null", clock.instant().plus(in), id);
    }

    /** The call that rang for it is over, and it is looked at again. @return since when that is known */
    Instant isOver(long id, Duration in) {
        Instant now = clock.instant();
        return sql.one("update callward.queue_offer set over_at = coalesce(over_at, ?), look_at = ? where id = ? returning over_at", row -> Sql.instant(row, "over_at"),
                now, now.plus(in), id).orElseThrow();
    }

    /** Open ones about which something should have been told; no other node gets them meanwhile. */
    List<Offered> overdue(int most) {
        return sql.list("""
                with due as materialized (
                    select id from callward.queue_offer where ended_at is null and look_at <= ? order by look_at limit ? for update skip locked)
                update callward.queue_offer o set look_at = ? from due where o.id = due.id
                returning o.*""", Offers::read, clock.instant(), most, clock.instant().plus(CLAIM));
    }

    String account(CallId call) {
        return sql.one("select account from callward.call where id = ?", row -> row.getString(1), call.sid()).orElse(null);
    }

    private static String[] names(State... states) {
        return Stream.of(states).map(Enum::name).collect(Collectors.toList()).toArray(String[]::new);
    }

    private static Offered read(ResultSet row) throws SQLException {
        String leg = row.getString("leg_id");
        return new Offered(row.getLong("id"), row.getLong("place_id"), new CallId(row.getString("call_id")), row.getString("token"), row.getLong("agent_id"),
                row.getString("agent"), row.getString("device_key"), row.getString("label"), Destination.of(row.getString("address")), row.getBoolean("asks"),
                StepsJson.read(row.getString("accept"), Accept.class), row.getInt("round"), State.valueOf(row.getString("state")), leg == null ? null : new LegId(leg),
                Sql.instant(row, "offered_at"), Sql.instant(row, "ended_at"));
    }
}
