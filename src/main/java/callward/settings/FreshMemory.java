package callward.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Keeps what this node has in memory in step with what another node changed, and has it ready before the first call. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreshMemory {

    private static final Logger LOG = System.getLogger(FreshMemory.class.getName());

    @Inject
    @Any
    Instance<KeptInMemory> all;
    @Inject
    OwnTransaction own;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void refresh() {
        for (KeptInMemory one : all) {
            try {
                own.run(one::readAgain);
            } catch (RuntimeException databaseAway) {
                LOG.log(Level.WARNING, one.what() + "=stale", databaseAway);
            }
        }
    }
}
