package callward.desk;

import callward.access.Role;
import callward.access.SignedIn;
import callward.settings.LogText;
import callward.settings.PublicUrl;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stands before the socket: only pages of our own origin, only for who is signed in. */
@WebFilter(filterName = "DeskDoor", urlPatterns = DeskSocket.PATH, asyncSupported = true)
public class DeskDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    static final String REACHED = "Callward-Desk";
    private static final Logger LOG = System.getLogger(DeskDoor.class.getName());

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (!SameOrigin.is(origin, publicUrl.origin(), request.isSecure(), request.getHeader("Host"))) {
            LOG.log(Level.WARNING, "desk-socket=refused origin={0} address={1}", LogText.of(origin), LogText.of(request.getRemoteAddr()));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (signedIn.account().isEmpty() || request.getSession(false) == null) {
            if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                response.setHeader(REACHED, "websocket"); // whatever stands between has let the upgrade through: PushPart wants to know
            }
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!signedIn.may(Role.AGENT)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
