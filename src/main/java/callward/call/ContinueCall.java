package callward.call;

import callward.call.Talks.Talking;
import callward.call.TransferRefused.Reason;
import callward.flow.BuiltIn;
import callward.flow.CallEvent;
import callward.flow.Happening;
import callward.flow.Progress;
import callward.phone.CallId;
import callward.script.StepsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets whom we called go on in a call of his own. The call's own leg is that of whoever called him: to move it would hang up on him. So his leg becomes a call, under the
 * carrier's name for it; all that is asked and told of a call is asked and told of this one, too.
 */
@ApplicationScoped
@Transactional
class ContinueCall {

    @Inject
    LiveCalls calls;
    @Inject
    Turns turns;
    @Inject
    Sql sql;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    /**
     * The call that he goes on in, locked like the one that it continues; nothing has been played in it yet.
     *
     * @param call locked
     * @param what stands in its record
     * @throws TransferRefused when he is gone
     */
    LiveCall begin(LiveCall call, Talking talking, Map<String, String> what, Instant now) {
        CallId onward = new CallId(talking.moved().sid());
        Deeds deeds = new Deeds();
        Progress parted = Turns.next(turns.stepsOf(call), call.progress(), new CallEvent.Parted(now), deeds);
        calls.keep(call, parted, null);
        Map<String, String> told = new TreeMap<>(what);
        told.put("call", onward.sid());
        calls.told(call.id(), "Transferred", TransferCall.DOOR, told, now, null);
        turns.tell(call, parted, deeds.news, now);
        open(call.id(), onward, Progress.START.knowing(BuiltIn.withoutCaller(parted.facts(), onward)), now);
        return calls.lock(onward).filter(opened -> opened.turn() == 0 && !opened.over()).orElseThrow(() -> new TransferRefused(Reason.NOBODY_TALKS));
    }

    /** The same line, customer and ticket; it shows the same number. */
    private void open(CallId call, CallId onward, Progress progress, Instant now) {
        sql.change("""
                insert into callward.call (id, line_id, direction, caller, called, state, turn, progress, customer_id, customer_name, ticket_number,
                                           started_at, touched_at, account, simulated, pretended_at, continues)
                select ?, line_id, direction, caller, called, 'LIVE', 0, ?::jsonb, customer_id, customer_name, ticket_number,
                       ?, ?, account, simulated, pretended_at, id from callward.call where id = ? on conflict do nothing""",
                onward.sid(), StepsJson.write(progress), now, now, call.sid());
    }

    /**
     * He was not moved, and will not be: he still talks to who called him, who may send him on again. What was never heard leaves no call behind; the other one's record says why.
     *
     * @return false when it continues no other call, or was heard, or is over
     */
    boolean withdraw(CallId onward, String why) {
        Optional<CallId> before = sql.one("select continues from callward.call where id = ? and continues is not null", row -> new CallId(row.getString(1)), onward.sid());
        before.ifPresent(calls::hold);
        Optional<LiveCall> unheard = before.flatMap(any -> calls.lock(onward)).filter(call -> !call.over() && isUnmoved(call));
        unheard.ifPresent(call -> {
            calls.told(before.get(), "NotMoved", CarrierOrders.DOOR, Map.of("call", onward.sid(), "why", why), clock.instant(), null);
            house.fire(new CallNews(onward, new Happening.Ended(Happening.Outcome.FAILED), call.progress().facts(), call.lineName(), clock.instant()));
            sql.change("delete from callward.call where id = ?", onward.sid());
            house.fire(new CallNoted(before.get()));
        });
        return unheard.isPresent();
    }

    /** An earlier order may have moved him, and only what he asked for then got lost. */
    private boolean isUnmoved(LiveCall call) {
        return call.turn() == 1 && calls.isUnheard(call, TransferCall.DOOR) && sql.one("""
                select 1 from callward.carrier_order where call_id = ? and what->>'kind' = 'resume' and (asked_at is not null or done_at is not null) limit 1""",
                row -> row.getInt(1), call.id().sid()).isEmpty();
    }

    /** The call that this one goes on in, locked; else this one. */
    LiveCall latest(LiveCall call) {
        return sql.one("select id from callward.call where continues = ?", row -> new CallId(row.getString(1)), call.id().sid()).flatMap(calls::lock).orElse(call);
    }
}
