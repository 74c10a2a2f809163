package callward.hours;

import callward.settings.OwnTransaction;
import jakarta.annotation.PostConstruct;
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

/** Keeps this node's calendars in step with what another node changed, and has them and their holidays ready before the first call. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreshCalendars {

    private static final Logger LOG = System.getLogger(FreshCalendars.class.getName());

    @Inject
    Calendars calendars;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void refresh() {
        try {
            own.run(() -> calendars.refresh(clock.instant()));
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "calendars=stale", databaseAway);
        }
    }
}
