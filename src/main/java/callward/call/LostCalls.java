package callward.call;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.phone.CallId;
import callward.settings.OwnTransaction;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the carrier about calls that have been silent for a minute: the news of their end may have got lost. So may the news of a telephone's
 * end: once its call has been over for a while, it rings no more, whatever was told.
 */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LostCalls {

    private static final Logger LOG = System.getLogger(LostCalls.class.getName());
    private static final int SILENT_SECONDS = 60;
    private static final int AT_ONCE = 50;

    private record Silent(CallId id, String account) { }

    @Inject
    Whereabouts whereabouts;
    @Inject
    Sql sql;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void look() {
        Set<String> deaf = new HashSet<>();
        for (Silent call : claim()) {
            if (!deaf.contains(call.account())) {
                look(call, deaf);
            }
        }
        own.run(() -> sql.change("""
                update callward.leg l set state = case when l.answered_at is null then 'CANCELED' else 'COMPLETED' end, ended_at = c.ended_at
                from callward.call c where c.id = l.call_id and l.ended_at is null and c.state = 'OVER' and c.ended_at < ?
                and not exists (select from callward.queue_offer o where o.leg_id = l.id and o.ended_at is null) -- a callback comes after its call""",
                clock.instant().minus(TimeLimits.AFTERWARDS)));
    }

    /** @param deaf accounts that cannot be asked now: one that is down must not keep us from the other's calls */
    private void look(Silent call, Set<String> deaf) {
        try {
            whereabouts.goesOn(call.id(), call.account(), "lost calls");
        } catch (CarrierRefused | CarrierUnreachable e) {
            LOG.log(Level.WARNING, "call={0} carrier cannot be asked: {1}", call.id(), e.getMessage());
            deaf.add(call.account());
        } catch (RuntimeException ofThisCallAlone) {
            LOG.log(Level.ERROR, "call=" + call.id() + " cannot be ended", ofThisCallAlone);
        }
    }

    /** Each is looked at once in a minute, by one node. */
    private List<Silent> claim() {
        return own.call(() -> sql.list("""
                with silent as materialized (
                    select id from callward.call where state = 'LIVE' and touched_at < ? order by touched_at limit ? for update skip locked)
                update callward.call c set touched_at = ? from silent where c.id = silent.id
                returning c.id, c.account""", row -> new Silent(new CallId(row.getString(1)), row.getString(2)),
                clock.instant().minusSeconds(SILENT_SECONDS), AT_ONCE, clock.instant()));
    }
}
