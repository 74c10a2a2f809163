package callward.call;

import callward.carrier.Carrier;
import callward.carrier.Carrier.CarrierCall;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the carrier about calls that have been silent for a minute: the news of their end may have got lost. */
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
    Carrier carrier;
    @Inject
    Switchboard switchboard;
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
    }

    /** @param deaf accounts that cannot be asked now: one that is down must not keep us from the other's calls */
    private void look(Silent call, Set<String> deaf) {
        try {
            reconcile(call.id(), carrier.look(call.account(), call.id()));
        } catch (CarrierRefused | CarrierUnreachable e) {
            LOG.log(Level.WARNING, "call={0} carrier cannot be asked: {1}", call.id(), e.getMessage());
            deaf.add(call.account());
        } catch (RuntimeException ofThisCallAlone) {
            LOG.log(Level.ERROR, "call=" + call.id() + " cannot be ended", ofThisCallAlone);
        }
    }

    private void reconcile(CallId call, Optional<CarrierCall> known) {
        if (known.isPresent() && !known.get().over()) {
            return;
        }
        String status = known.map(CarrierCall::status).orElse("unknown");
        LOG.log(Level.INFO, "call={0} status={1} its end was not told", call, status);
        own.run(() -> switchboard.ended(new CallEnding(call, status, known.map(CarrierCall::seconds).orElse(-1), clock.instant(), "lost calls",
                Map.of("CallStatus", status))));
    }

    /** Each is looked at once in a minute, by one node. */
    private List<Silent> claim() {
        return own.call(() -> sql.list("""
                update callward.call set touched_at = ? where id in (
                    select id from callward.call where state = 'LIVE' and touched_at < ? order by touched_at limit ? for update skip locked)
                returning id, account""", row -> new Silent(new CallId(row.getString(1)), row.getString(2)),
                clock.instant(), clock.instant().minusSeconds(SILENT_SECONDS), AT_ONCE));
    }
}
