package callward.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A session that the server lets go, by signing out or after twelve idle hours, is off the list. */
@WebListener
public class SessionEnds implements HttpSessionListener {

    private static final Logger LOG = System.getLogger(SessionEnds.class.getName());

    @Inject
    OpenSessions sessions;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String key = OpenSessions.keyOf(event.getSession());
        if (key != null) {
            try {
                sessions.gone(key);
            } catch (RuntimeException stopping) {
                LOG.log(Level.DEBUG, "session=kept-in-list", stopping); // the server stops: the next start clears the list
            }
        }
    }
}
