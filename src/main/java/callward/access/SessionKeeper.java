package callward.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Sees to it that a restart ends all sessions of this server, whichever server it is, and that none of them is listed afterwards. */
@Singleton
@Startup
@DependsOn("Schema")
public class SessionKeeper {

    @Inject
    OpenSessions sessions;

    @PostConstruct
    void begin() {
        sessions.forgetLastLife();
    }
}
