package callward.greeting;

import callward.settings.OwnTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps this node's greetings in step with what another node changed, and has them ready before the first call. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreshGreetings {

    private static final System.Logger LOG = System.getLogger(FreshGreetings.class.getName());

    @Inject
    Greetings greetings;
    @Inject
    OwnTransaction own;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void refresh() {
        try {
            own.run(greetings::refresh);
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "greetings=stale", databaseAway);
        }
    }
}
