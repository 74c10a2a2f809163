package callward.access;

import callward.settings.FirstSteps;
import callward.settings.LogText;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Sees to it that somebody can get in. In this order: the administrator of the environment; the accounts of the demo
 * company; else, while there is no account at all, a link in the log by which the first one makes his own.
 */
@Singleton
@Startup
@DependsOn("Schema")
public class FirstAdministrator {

    private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    Settings settings;
    @Inject
    Accounts accounts;
    @Inject
    SetUpLink link;
    @Inject
    PublicUrl publicUrl;
    @Inject
    FirstSteps firstSteps;

    @PostConstruct
    void letSomebodyIn() {
        Optional<String> username = settings.get(Setting.ADMIN_USER);
        Optional<String> password = settings.get(Setting.ADMIN_PASSWORD);
        if (username.isPresent() && password.isPresent()) {
            create(username.get(), password.get());
        } else if (username.isPresent() || password.isPresent()) {
            LOG.log(Level.WARNING, "first-administrator=none reason=CALLWARD_ADMIN_USER_and_CALLWARD_ADMIN_PASSWORD_go_together");
        }
        boolean demoLetsIn = settings.on(Setting.DEMO) && settings.get(Setting.DEMO_PASSWORD).isPresent();
        if (accounts.none() && !demoLetsIn) {
            LOG.log(Level.INFO, "no account yet, make the first administrator here (works once): set-up-link={0}",
                    publicUrl.at("/set-up?token=" + link.fresh()));
        }
    }

    /** His password stays as he changed it: the environment makes an account, it does not keep it. */
    private void create(String username, String password) {
        if (accounts.find(username).isPresent()) {
            return;
        }
        boolean nothingYet = accounts.none() && !settings.on(Setting.DEMO);
        try {
            accounts.create(username, username, null, password, Role.ADMIN);
            LOG.log(Level.INFO, "first-administrator={0} from=environment", LogText.of(username));
            if (nothingYet) {
                firstSteps.begin();
            }
        } catch (AccountRefused e) {
            LOG.log(Level.ERROR, "first-administrator=none reason=CALLWARD_ADMIN_USER_will_not_do user={0}", LogText.of(username));
        }
    }
}
