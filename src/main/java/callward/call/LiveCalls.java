package callward.call;

import callward.flow.Happening.Outcome;
import callward.flow.Order;
import callward.flow.Progress;
import callward.line.Route;
import callward.phone.CallId;
import callward.script.StepsJson;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls in the database, as the switchboard needs them: opened once, locked, moved forward, ended once. Plain JDBC inside the
 * caller's transaction, because this is the path that every webhook takes.
 */
@ApplicationScoped
class LiveCalls {

    /** A turn that was played: what came, what we answered. @param awaits what the carrier does last with it, @param due when the next event should have come */
    record Played(String kind, String door, Map<String, String> request, String reply, Instant at, double millis, TurnNotes notes, String awaits,
                  Instant due) { }

    /** Why something that was told changed nothing. */
    enum Ignored { REPEATED, LATE }

    @Inject
    Sql sql;
    @Inject
    Event<Object> house;

    /** @return false when the call is there already; a first request that comes twice at once waits here for the other */
    boolean open(Arrival arrival, Route route, Instant due) {
        return sql.change("""
                with opened as (
                    insert into callward.call (id, line_id, revision_id, direction, caller, called, state, turn, progress, started_at, touched_at,
                                               account, simulated, pretended_at)
                    values (?, ?, ?, 'IN', ?, ?, 'LIVE', 0, ?::jsonb, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing returning id)
                insert into callward.deadline (call_id, what, turn, due_at, look_at)
                select id, 'CALL', 0, ?::timestamptz, ?::timestamptz from opened""",
                arrival.call().sid(), route.line(), route.revision(), arrival.caller(), arrival.called(),
                StepsJson.write(Progress.START), arrival.at(), arrival.at(), arrival.account(), arrival.simulated(), arrival.pretended(), due, due) == 1;
    }

    /**
     * A call of ours: it rings an agent, who will be asked. Should nobody tell what came of that, both deadlines look.
     *
     * @param due      of the call as a whole
     * @param pickedUp the latest at which he should have picked up, or his telephone have stopped
     * @return false when the call is there already
     */
    boolean open(Departure departure, Instant due, Instant pickedUp) {
        Facts facts = departure.facts();
        return sql.change("""
                with opened as (
                    insert into callward.call (id, line_id, direction, caller, called, state, turn, progress, customer_id, customer_name, ticket_number,
                                               started_at, touched_at, account, simulated)
                    values (?, ?, 'OUT', ?, ?, 'LIVE', 0, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id)
                insert into callward.deadline (call_id, what, turn, awaits, due_at, look_at)
                select id, what, 0, null, at, at from opened, (values ('CALL', ?::timestamptz), ('STEP', ?::timestamptz)) as dues (what, at)""",
                departure.call().sid(), departure.line(), departure.from(), departure.called(), StepsJson.write(Progress.START.knowing(facts)),
                facts.get("customer.id").map(LiveCalls::number).orElse(null), facts.get("customer.name").orElse(null), facts.get("ticket.number").orElse(null),
                departure.at(), departure.at(), departure.account(), departure.simulated(), due, pickedUp) > 0;
    }

    /** A call of ours that the carrier would not make: it stands in the log all the same. */
    void openFailed(Departure departure) {
        Facts facts = departure.facts();
        sql.change("""
                insert into callward.call (id, line_id, direction, caller, called, state, outcome, turn, progress, customer_id, customer_name, ticket_number,
                                           started_at, touched_at, ended_at, seconds, account, simulated)
                values (?, ?, 'OUT', ?, ?, 'OVER', 'FAILED', 0, ?::jsonb, ?, ?, ?, ?, ?, ?, 0, ?, ?) on conflict do nothing""",
                departure.call().sid(), departure.line(), departure.from(), departure.called(), StepsJson.write(Progress.START.knowing(facts)),
                facts.get("customer.id").map(LiveCalls::number).orElse(null), facts.get("customer.name").orElse(null), facts.get("ticket.number").orElse(null),
                departure.at(), departure.at(), departure.at(), departure.account(), departure.simulated());
    }

    /** Keeps everybody else from the call until the transaction ends, without looking at it: whoever also locks what belongs to it comes here first. */
    void hold(CallId id) {
        sql.one("select id from callward.call where id = ? for no key update", row -> row.getString(1), id.sid());
    }

    /**
     * The call, kept from everybody else until the transaction ends. Rows that only refer to it (a leg, a recording) may be written all the
     * while: a plain {@code for update} would let two pieces of news of one call wait for each other for ever.
     */
    Optional<LiveCall> lock(CallId id) {
        return find(id, " for no key update of c");
    }

    /** The call as it is at this moment: whoever changes something by it locks it. */
    Optional<LiveCall> glance(CallId id) {
        return find(id, "");
    }

    private Optional<LiveCall> find(CallId id, String lock) {
        return sql.one("""
                select c.revision_id, c.turn, c.progress, c.state, l.name, c.started_at, c.pretended_at from callward.call c left join callward.line l on l.id = c.line_id
                where c.id = ?""" + lock,
                row -> new LiveCall(id, row.getString(5), row.getLong(1), row.getInt(2), StepsJson.read(row.getString(3), Progress.class),
                        "OVER".equals(row.getString(4)), Sql.instant(row, "started_at"), Sql.instant(row, "pretended_at")),
                id.sid());
    }

    /** The reply that was given in a turn. */
    Optional<String> reply(CallId id, int turn) {
        return sql.one("select reply from callward.call_event where call_id = ? and turn = ?", row -> row.getString(1), id.sid(), turn);
    }

    @SuppressWarnings("unchecked")
    Optional<Map<String, String>> request(CallId id, int turn) {
        return sql.one("select request from callward.call_event where call_id = ? and turn = ?",
                row -> (Map<String, String>) StepsJson.read(row.getString(1), Map.class), id.sid(), turn);
    }

    /** The call moves forward by one turn, and what its next one may take is another's deadline: one statement, since every webhook needs it. */
    void save(LiveCall call, Progress progress, Played played) {
        Facts facts = progress.facts();
        sql.change("""
                with played as (insert into callward.call_event (call_id, turn, door, kind, request, reply, at, millis, notes)
                                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb)),
                due as (insert into callward.deadline (call_id, what, turn, awaits, due_at, look_at)
                        select ?, 'STEP', ?, ?, ?::timestamptz, ?::timestamptz where ?
                        on conflict (call_id, what) do update set turn = excluded.turn, awaits = excluded.awaits, due_at = excluded.due_at, look_at = excluded.look_at)
                update callward.call set turn = ?, progress = ?::jsonb, outcome = ?, customer_id = ?, customer_name = ?, ticket_number = ?,
                       touched_at = ? where id = ?""",
                call.id().sid(), call.turn(), played.door(), played.kind(), StepsJson.write(played.request()), played.reply(), played.at(),
                played.millis(), StepsJson.write(played.notes()),
                call.id().sid(), call.turn() + 1, played.awaits(), played.due(), played.due(), !call.over(),
                call.turn() + 1, StepsJson.write(progress), name(progress.result()), facts.get("customer.id").map(LiveCalls::number).orElse(null),
                facts.get("customer.name").orElse(null), facts.get("ticket.number").orElse(null), played.at(), call.id().sid());
    }

    /** What is known has grown beside the conversation. @param due the latest at which the request that tells of it should come, null when there is none */
    void keep(LiveCall call, Progress progress, Instant due) {
        sql.change("""
                with sooner as (update callward.deadline set due_at = least(due_at, ?::timestamptz), look_at = least(look_at, ?::timestamptz) where call_id = ? and what = 'STEP')
                update callward.call set progress = ?::jsonb, outcome = coalesce(?, outcome) where id = ?""",
                due, due, call.id().sid(), StepsJson.write(progress), name(progress.result()), call.id().sid());
    }

    /** @param missing what the carrier may have more to say about, or null */
    void end(LiveCall call, Progress progress, CallEnding ending, TurnNotes notes, Deadline.What missing, Instant due) {
        sql.change("""
                with told as (insert into callward.call_event (call_id, door, kind, request, at, millis, notes)
                              values (?, ?, 'CallerGone', ?::jsonb, ?, 0, ?::jsonb)),
                gone as (delete from callward.deadline where call_id = ? and what in ('CALL', 'STEP')),
                missing as (insert into callward.deadline (call_id, what, turn, due_at, look_at)
                            select ?, ?, ?, ?::timestamptz, ?::timestamptz where ? on conflict do nothing)
                update callward.call set state = 'OVER', progress = ?::jsonb, outcome = ?, ended_at = ?, touched_at = ?,
                       seconds = case when continues is null then coalesce(?, seconds) else greatest(0, extract(epoch from ?::timestamptz - started_at))::int end
                where id = ?""", // the carrier counts from when he was called
                call.id().sid(), ending.door(), StepsJson.write(ending.request()), ending.at(), StepsJson.write(notes), call.id().sid(),
                call.id().sid(), missing == null ? "" : missing.name(), call.turn(), due, due, missing != null,
                StepsJson.write(progress), name(progress.result()), ending.at(), ending.at(), ending.seconds() < 0 ? null : ending.seconds(), ending.at(),
                call.id().sid());
    }

    /** How long it was, by our own clock: whoever told of its end did not say. The carrier, too, counts from when it first asked. */
    void lasted(CallId id, Instant until) {
        sql.change("""
                update callward.call c set seconds = greatest(0, extract(epoch from ?::timestamptz - first.at)) from callward.call_event first
                where c.id = ? and c.seconds is null and first.call_id = c.id and first.turn = 0""", until, id.sid());
    }

    /** The carrier's own word of it, after the end was known. @param seconds -1 when it does not say */
    void lasted(CallId id, int seconds) {
        if (seconds >= 0) {
            sql.change("update callward.call set seconds = ? where id = ? and seconds is distinct from ?", seconds, id.sid(), seconds);
        }
    }

    /**
     * Something was told beside the conversation; of a call that we do not know, nothing is kept.
     *
     * @param ignored null when it counts
     */
    void told(CallId id, String kind, String door, Map<String, String> what, Instant at, Ignored ignored) {
        sql.change("""
                insert into callward.call_event (call_id, door, kind, request, at, millis, ignored)
                select c.id, ?, ?, ?::jsonb, ?, 0, ? from callward.call c where c.id = ?""",
                door, kind, StepsJson.write(what), at, ignored == null ? null : ignored.name(), id.sid());
    }

    /** Something beside the conversation that did something inside. */
    void noted(CallId id, String kind, String door, Map<String, String> what, TurnNotes notes, Instant at) {
        sql.change("""
                insert into callward.call_event (call_id, door, kind, request, at, millis, notes)
                select c.id, ?, ?, ?::jsonb, ?, 0, ?::jsonb from callward.call c where c.id = ?""",
                door, kind, StepsJson.write(what), at, StepsJson.write(notes), id.sid());
    }

    /**
     * The carrier has asked by itself for what a turn says that it never asked for. Whether it still heard the answer shows in a moment; it did
     * where somebody has sent the caller on, and put down before the carrier was told of it.
     */
    void isAskedFor(CallId id, int turn, Instant now, Instant later) {
        sql.change("""
                update callward.carrier_order set next_try_at = ?, what = what || '{"asked": true}',
                       done_at = case when tries = 0 and next_try_at <= ? and exists (
                           select from callward.call_event sent where sent.call_id = carrier_order.call_id and sent.turn = ? and sent.door = ?) then ?::timestamptz end
                where call_id = ? and done_at is null and what->>'kind' = 'resume' and (what->>'turn')::int = ?""",
                later, now, turn, TransferCall.DOOR, now, id.sid(), turn);
    }

    /** The carrier has come for what was ordered to be heard: it need not be told again. */
    void isHeard(LiveCall call, Instant now) {
        sql.change("""
                update callward.carrier_order set done_at = ?
                where call_id = ? and done_at is null and what->>'kind' = 'resume' and (what->>'turn')::int < ?""", now, call.id().sid(), call.turn());
    }

    /** He hears it only now, for the first time: what the turn may take counts from here. */
    void isHeardFrom(LiveCall call, Instant now) {
        sql.change("""
                update callward.deadline d set due_at = ?::timestamptz + (d.due_at - played.at), look_at = ?::timestamptz + (d.due_at - played.at)
                from callward.call_event played
                where d.call_id = ? and d.what = 'STEP' and d.turn = ? and played.call_id = d.call_id and played.turn = d.turn - 1 and not exists (
                    select from callward.call_event later where later.call_id = played.call_id and later.id > played.id and later.kind = 'Resumed')""",
                now, now, call.id().sid(), call.turn());
    }

    /**
     * The caller has come to where he was sent: the carrier has hung up on whoever sent him, be its own word of that late or lost. Who goes on in a call of his own has left the one
     * that he was called in, too.
     */
    void leave(CallId id, Instant now) {
        sql.change("""
                update callward.leg set state = ?, ended_at = ? where ended_at is null and id in (
                    select jsonb_array_elements_text(progress -> 'detour' -> 'left') from callward.call where id = ?
                    union all select id from callward.call where id = ? and continues is not null)""",
                LegState.COMPLETED.name(), now, id.sid(), id.sid());
    }

    /**
     * Whether the call's last turn was none that the carrier asked for, and it never came for what it says. A carrier that was told to move a caller still
     * tells how it ended what he was moved away from, and ignores what it hears then.
     *
     * @param doors where such turns come from
     */
    boolean isUnheard(LiveCall call, String... doors) {
        return sql.one("""
                select 1 from callward.call_event played where played.call_id = ? and played.turn = ? and played.door = any (?) and not exists (
                    select from callward.call_event later where later.call_id = played.call_id and later.id > played.id and (later.kind = 'Resumed' or later.ignored is not null
                        and not exists (select from callward.carrier_order moved where (played.door = ? or not (moved.what->>'asked')::boolean) and moved.call_id = played.call_id and moved.tries > 0
                                        and moved.what->>'kind' = 'resume' and (moved.what->>'turn')::int = played.turn)))""",
                row -> row.getInt(1), call.id().sid(), call.turn() - 1, doors, TransferCall.DOOR).isPresent();
    }

    void answeredBy(CallId id, String who) {
        sql.change("update callward.call set answered_by = ? where id = ?", who, id.sid());
    }

    void order(CallId id, List<Order> orders, Instant now) {
        for (Order order : orders) {
            sql.change("insert into callward.carrier_order (call_id, what, next_try_at, created_at) values (?, ?::jsonb, ?, ?)",
                    id.sid(), StepsJson.write(order), now, now);
        }
        if (!orders.isEmpty()) {
            house.fire(new OrderWritten());
        }
    }

    /**
     * A leg only moves forward: what is told late, or twice, is written down and changes nothing. The call is locked before its leg, as
     * everywhere: whoever picks up is told of and asks at the same moment.
     *
     * @return whether anything changed
     */
    boolean legMoved(LegNews news, String label, String door) {
        hold(news.call()); // by itself: a statement that locks a row and then changes it, as it was when the statement began, may wait for who waits for it
        boolean answered = LegState.of(news.status()) == LegState.ANSWERED;
        boolean over = LegState.of(news.status()).over();
        return sql.change("""
                with moved as (
                    insert into callward.leg (id, call_id, device_key, label, address, state, sequence, started_at, answered_at, ended_at, asks)
                    select ?, c.id, ?, ?, ?, ?, ?, ?, ?, ?, ?
                    from callward.call c where c.id = ?
                    on conflict (id) do update set state = excluded.state, sequence = greatest(leg.sequence, excluded.sequence),
                        answered_at = coalesce(leg.answered_at, excluded.answered_at), ended_at = coalesce(leg.ended_at, excluded.ended_at)
                        where array_position(?, leg.state) < array_position(?, excluded.state)
                    returning id, call_id, case when asks then accepted_at else answered_at end as talks_at),
                told as (
                    insert into callward.call_event (call_id, door, kind, request, at, millis, ignored)
                    select c.id, ?, 'LegMoved', ?::jsonb, ?, 0,
                           case when exists (select from moved) then null when leg.state = ? then 'REPEATED' else 'LATE' end
                    from callward.call c left join callward.leg leg on leg.id = ? where c.id = ?)
                update callward.call c set answered_at = coalesce(c.answered_at, moved.talks_at) from moved
                where c.id = moved.call_id and c.id <> moved.id""", // the telephone of whoever makes the call is no answer to it
                news.leg().sid(), news.deviceKey(), label, news.address(), LegState.of(news.status()).name(),
                news.sequence(), news.at(), answered ? news.at() : null, over ? news.at() : null, news.asks(), news.call().sid(),
                LegState.ORDER, LegState.ORDER,
                door, StepsJson.write(Map.of("leg", news.leg().sid(), "to", news.address(), "status", news.status())),
                news.at(), LegState.of(news.status()).name(), news.leg().sid(), news.call().sid()) > 0;
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException anotherHelpdesksName) {
            return null;
        }
    }

    private static String name(Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }
}
