package callward.call;

import callward.agent.PhonesInUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Telephones that are talked on: rung by a call and answered, calling one of our numbers themselves, called and sent on, or about to call somebody from ours. Who is being asked whether he takes a
 * waiting caller counts as talking, so that he is asked for one caller at a time; who did not take one has not talked.
 */
@ApplicationScoped
@Transactional
class TalkingPhones implements PhonesInUse {

    @Inject
    Sql sql;

    @Override
    public List<Talk> talks(Collection<String> names, Instant endedSince) {
        String[] any = names.toArray(String[]::new);
        return sql.list("""
                select leg.id, leg.device_key, leg.address, null::timestamptz as ended_at from callward.call c join callward.leg leg on leg.call_id = c.id
                where c.state = 'LIVE' and (leg.answered_at is not null or leg.id = c.id) and leg.ended_at is null and (leg.address = any (?) or leg.device_key = any (?))
                union all
                select null, null, c.caller, null from callward.call c where c.state = 'LIVE' and c.caller = any (?)
                union all
                select null, null, c.called, null from callward.call c where c.state = 'LIVE' and c.continues is not null and c.called = any (?)
                union all
                select o.leg_id, o.device_key, o.address, null from callward.queue_offer o where o.ended_at is null and (o.address = any (?) or o.device_key = any (?))
                union all
                select leg.id, leg.device_key, leg.address, leg.ended_at from callward.leg leg
                where leg.answered_at is not null and leg.ended_at > ? and (not leg.asks or leg.accepted_at is not null) and (leg.address = any (?) or leg.device_key = any (?))
                      and not exists (select from callward.queue_offer o where o.leg_id = leg.id and o.state <> 'TALKED')""",
                row -> new Talk(row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, "ended_at")), any, any, any, any, any, any, endedSince, any, any);
    }
}
