package callward.voicemail;

import callward.settings.LogText;
import callward.settings.OwnTransaction;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for messages that nobody has been told of. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LateAnnouncements {

    private static final System.Logger LOG = System.getLogger(LateAnnouncements.class.getName());

    @Inject
    OwnTransaction own;
    @Inject
    Mailroom mailroom;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void look() {
        try {
            own.run(mailroom::announceOverdue);
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "announcements=waiting problem=" + LogText.of(databaseAway.getMessage()));
        }
    }
}
