package callward.queue;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.SignedIn;
import callward.call.Sql;
import callward.call.Switchboard;
import callward.phone.CallId;
import callward.queue.CallbackRefused.Reason;
import callward.queue.Place.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ends callbacks that need not be made any more: nobody is called who has been talked with meanwhile. The call's record says why. */
@ApplicationScoped
@Transactional
class NeedlessCallbacks {

    private static final String SWEEP = "dispatch";

    /** @param why REACHED or NO_GROUP */
    record Needless(long place, Result why) { }

    @Inject
    Sql sql;
    @Inject
    Places places;
    @Inject
    QueueBooks books;
    @Inject
    Switchboard switchboard;
    @Inject
    Event<QueueMoved> bell;
    @Inject
    Audit audit;
    @Inject
    SignedIn signedIn;

    /**
     * Those whose group is gone, or whose customers somebody of the group talks with, or has: he called in again, or was called, from this very call or not. A talk with others is
     * about something else. One who only tries things out speaks for no customer.
     */
    List<Needless> found() {
        return sql.list("""
                select p.id, 'NO_GROUP' as why from callward.queue_place p
                where p.state = 'CALLBACK' and not exists (select from callward.ring_group g where g.key = p.group_key)
                union
                select p.id, 'REACHED' from callward.queue_place p join callward.call c on c.id = p.call_id
                    cross join lateral (
                        select * from callward.call i where i.direction = 'IN' and i.outcome = 'ANSWERED' and i.caller = p.number and i.started_at > c.started_at
                        union all
                        select * from callward.call o where o.direction = 'OUT' and o.outcome = 'ANSWERED' and o.called = p.number and o.started_at > c.started_at
                        union all
                        select * from callward.call l where l.state = 'LIVE' and l.id <> c.id and p.number = case l.direction when 'IN' then l.caller else l.called end
                            and (l.answered_at is not null or l.progress #>> '{facts,values,queue.agent}' is not null)) talk
                where p.state = 'CALLBACK' and talk.simulated = c.simulated and (
                    talk.progress #>> '{facts,values,queue.group}' = p.group_key
                    or exists (select from callward.outgoing o where o.call_id = talk.id and o.back_of = c.id)
                    or exists (select from callward.agent a join callward.ring_group_member m on m.agent_id = a.id join callward.ring_group g on g.id = m.group_id
                        where g.key = p.group_key and a.name = coalesce(talk.answered_by, talk.progress #>> '{facts,values,agent.name}')))""",
                row -> new Needless(row.getLong(1), Result.valueOf(row.getString(2))));
    }

    void end(Needless needless) {
        places.lock(needless.place()).filter(place -> place.state() == Place.State.CALLBACK)
                .ifPresent(place -> end(place, needless.why(), needless.why() == Result.REACHED ? "ReachedMeanwhile" : "GroupGone", SWEEP, Map.of()));
    }

    /**
     * Somebody takes it off the list; the call stays missed.
     *
     * @throws CallbackRefused when nobody waits for one, or somebody calls him already
     */
    void cancel(String group, CallId call) {
        Place place = places.find(call).filter(found -> found.group().equals(group)).flatMap(found -> places.lock(found.id()))
                .filter(found -> found.isCallback() && found.state() != Place.State.DONE).orElseThrow(() -> new CallbackRefused(Reason.NO_CALLBACK));
        if (place.state() != Place.State.CALLBACK) {
            throw new CallbackRefused(Reason.UNDER_WAY);
        }
        end(place, Result.CANCELLED, "CallbackCancelled", "console", Map.of("by", signedIn.getName()));
        audit.note("calls", call.sid(), place.number().e164(), Deed.CHANGED, Map.of("callback", group), Map.of());
    }

    private void end(Place place, Result why, String kind, String door, Map<String, String> more) {
        places.ended(place.id(), why);
        books.withdraw(place.id(), Offered.State.WITHDRAWN);
        Map<String, String> what = new TreeMap<>(more);
        what.put("number", place.number().e164());
        switchboard.noted(place.call(), kind, door, what, List.of());
        bell.fire(new QueueMoved());
    }
}
