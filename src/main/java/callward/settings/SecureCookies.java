package callward.settings;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where people reach us by TLS, the session's cookie never travels without. What is known for certain is the public URL; the word of a
 * proxy may be missing, or anybody's.
 */
@WebListener
public class SecureCookies implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean tls = ConfigProvider.getConfig().getOptionalValue(Setting.PUBLIC_URL.property(), String.class)
                .filter(url -> url.strip().toLowerCase(Locale.ROOT).startsWith("https:")).isPresent();
        if (tls) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
