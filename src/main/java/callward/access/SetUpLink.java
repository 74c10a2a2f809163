package callward.access;

import callward.settings.FirstSteps;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Lets whoever reads the server's log make the first account. It works once, and not at all once there is an account. */
@ApplicationScoped
public class SetUpLink {

    private static final String HASH = "set-up.link.hash";

    @Inject
    Settings settings;
    @Inject
    Accounts accounts;
    @Inject
    FirstSteps firstSteps;

    /** A new one; an older one dies. */
    String fresh() {
        String token = Token.fresh();
        settings.remember(HASH, Token.hash(token));
        return token;
    }

    public boolean works(String token) {
        return token != null && settings.remembered(HASH).filter(hash -> Token.matches(token, hash)).isPresent() && accounts.none();
    }

    /**
     * Makes the first administrator.
     *
     * @return false when the link does not work (any more)
     * @throws AccountRefused when user name or password will not do; then the link still works
     */
    @Transactional
    public boolean use(String token, String username, String name, String password) {
        accounts.oneAtATime(); // two at once: one wins
        if (!works(token)) {
            return false;
        }
        PasswordRules.check(Username.of(username), password);
        accounts.create(username, name, null, password, Role.ADMIN);
        settings.remember(HASH, null);
        firstSteps.begin();
        return true;
    }
}
