package callward.desk;

import callward.access.OpenSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** A sign-in that ends takes its open pages along. */
@WebListener
public class SignOuts implements HttpSessionListener {

    @Inject
    OpenDesks desks;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String signIn = OpenSessions.keyOf(event.getSession());
        if (signIn != null) {
            desks.signedOut(signIn);
        }
    }
}
