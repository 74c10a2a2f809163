package callward.settings;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people reach us by TLS, the session's cookie never travels without. What is known for certain is the public URL; the word of a
 * proxy may be missing, or anybody's.
 */
@WebListener
public class SecureCookies implements ServletContextListener {

    @Inject
    Settings settings;
    @Inject
    Environment environment;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (publicUrl().filter(url -> url.toLowerCase(Locale.ROOT).startsWith("https:")).isPresent()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }

    /** At the very first start there is no table yet, and nothing that the console could have saved. */
    private Optional<String> publicUrl() {
        try {
            return settings.get(Setting.PUBLIC_URL);
        } catch (RuntimeException notThereYet) {
            return environment.value(Setting.PUBLIC_URL);
        }
    }
}
