package callward.group;

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

/** Keeps this node's groups in step with what another node changed, and has them ready before the first call. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreshGroups {

    private static final Logger LOG = System.getLogger(FreshGroups.class.getName());

    @Inject
    Groups groups;
    @Inject
    OwnTransaction own;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void refresh() {
        try {
            own.run(groups::refresh);
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "groups=stale", databaseAway);
        }
    }
}
