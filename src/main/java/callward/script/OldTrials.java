package callward.script;

import callward.settings.OwnTransaction;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes the drafts that were tried out and that no call's record needs. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OldTrials {

    private static final System.Logger LOG = System.getLogger(OldTrials.class.getName());

    @Inject
    Scripts scripts;
    @Inject
    OwnTransaction own;

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void look() {
        try {
            int deleted = own.call(scripts::forgetTrials);
            if (deleted > 0) {
                LOG.log(System.Logger.Level.INFO, "trials=deleted count=" + deleted);
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "trials=waiting", databaseAway);
        }
    }
}
