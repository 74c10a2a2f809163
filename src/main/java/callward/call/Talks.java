package callward.call;

import callward.flow.Talk;
import callward.phone.CallId;
import callward.phone.LegId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;

/**
 * Who talks to the callers at this moment: whoever has picked up and not put down yet, whatever the carrier was told that rang him. In a call that one of us makes, its own leg
 * is his.
 */
@ApplicationScoped
@Transactional
class Talks {

    /**
     * Somebody who talks.
     *
     * @param agent   null when the telephone is nobody's in particular
     * @param account of the agent; null when he never signs in
     * @param moved   whose leg is moved when he is sent on: whom we have called; null when it is the call itself
     */
    record Talking(Talk talk, Long agent, Long account, LegId moved) { }

    @Inject
    Sql sql;

    /** @param left SIDs of legs that do not count any more */
    Optional<Talking> of(CallId call, Collection<String> left) {
        return sql.one("""
                select ours.id, coalesce(a.name, ours.label) as who, coalesce(d.key, ours.address) as telephone, a.id as agent, a.account_id,
                       case when ours.id <> leg.id then leg.id end as moved
                from callward.leg leg left join callward.leg own on own.id = leg.call_id and own.call_id = leg.call_id
                join callward.leg ours on ours.id = coalesce(own.id, leg.id)
                left join callward.device d on d.key = ours.device_key left join callward.agent a on a.id = d.agent_id
                where leg.call_id = ? and leg.id <> leg.call_id and leg.answered_at is not null and leg.ended_at is null and ours.ended_at is null
                      and (not leg.asks or leg.accepted_at is not null) and leg.id <> all (?) and not exists (select from callward.call onward where onward.id = leg.id)
                order by leg.answered_at desc, leg.id limit 1""",
                row -> new Talking(new Talk(new LegId(row.getString("id")), row.getString("who"), row.getString("telephone")),
                        row.getObject("agent", Long.class), row.getObject("account_id", Long.class), row.getString("moved") == null ? null : new LegId(row.getString("moved"))),
                call.sid(), left.toArray(String[]::new));
    }

    /** Whether a telephone, be it down by now, is that of an account's own agent. */
    boolean isOn(LegId leg, long account) {
        return sql.one("""
                select 1 from callward.leg leg join callward.device d on d.key = leg.device_key join callward.agent a on a.id = d.agent_id
                where leg.id = ? and a.account_id = ?""", row -> row.getInt(1), leg.sid(), account).isPresent();
    }
}
